import TerminalCells

/// One entry of the table of keys: which keys do what, where, and how that is said.
struct KeyBinding: Sendable, Equatable {
  /// Where a binding holds.
  enum Context: Sendable, Hashable {
    case everywhere
    case screen(Screen)
    /// On every screen that shows charts.
    case charts
    /// While a crosshair stands on a chart.
    case crosshair
    /// While a text lies over the screen.
    case overlay
    /// While a list to choose from lies over the screen.
    case picker
    case sortChord, axesChord
    /// While a line is being typed. Every printable key is text there.
    case prompt
  }

  /// What the configuration calls it. Bindings of one name, in several contexts, mean the same and have the same keys.
  let name: String
  var keys: [KeyEvent]
  let command: Command
  let context: Context
  /// What the help says.
  let help: String
  /// What the footer says, shorter; nil where it has better things to say.
  let hint: String?

  init(
    _ name: String, _ keys: [KeyEvent], _ command: Command, in context: Context, _ help: String, hint: String? = nil
  ) {
    self.name = name
    self.keys = keys
    self.command = command
    self.context = context
    self.help = help
    self.hint = hint
  }

  /// The keys as help and footer name them: `j ↓`.
  var keyNames: String { keys.map(\.symbol).joined(separator: " ") }
}

extension KeyBinding.Context {
  /// Contexts that can hold at the same time, the innermost first.
  static let scopes: [[Self]] =
    Screen.allCases.map {
      $0 == .models ? [.screen($0), .everywhere] : [.crosshair, .screen($0), .charts, .everywhere]
    }
    + [[.picker, .overlay, .everywhere], [.sortChord], [.axesChord], [.prompt]]

  /// Whether printable keys are always text there.
  var takesText: Bool { self == .prompt || self == .picker }

  /// For a list of keys.
  var title: String {
    switch self {
    case .everywhere: "everywhere"
    case .screen(let screen): screen.title.lowercased()
    case .charts: "charts"
    case .crosshair: "crosshair"
    case .overlay: "overlays"
    case .picker: "lists"
    case .sortChord: "after sort"
    case .axesChord: "after log-axes"
    case .prompt: "prompts"
    }
  }
}

extension KeyEvent {
  /// The key's name, arrows as arrows.
  var symbol: String {
    switch self {
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .enter: "↵"
    default: description
    }
  }
}
