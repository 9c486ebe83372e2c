import TerminalCells

/// One entry of the table of keys: which keys do what, where, and how that is said.
struct KeyBinding: Sendable {
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

  let keys: [KeyEvent]
  let command: Command
  let context: Context
  /// What the help says.
  let help: String
  /// What the footer says, shorter; nil where it has better things to say.
  let hint: String?

  init(_ keys: [KeyEvent], _ command: Command, in context: Context, _ help: String, hint: String? = nil) {
    self.keys = keys
    self.command = command
    self.context = context
    self.help = help
    self.hint = hint
  }

  /// The keys as help and footer name them: `j ↓`.
  var keyNames: String { keys.map(\.symbol).joined(separator: " ") }
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
