/// A text that lies over a screen. Overlays stack; Esc takes the uppermost away.
struct Overlay: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// The keys that work underneath.
    case help
    /// What is running, and everything that failed or was warned about.
    case activity
  }

  let kind: Kind
  /// The first line shown.
  var scroll = 0
  /// Lines without this text are left out (help only).
  var filter = ""

  init(_ kind: Kind) { self.kind = kind }

  /// Whether letters are text for the filter instead of commands.
  var takesText: Bool { kind == .help }
}
