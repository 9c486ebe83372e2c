/// What lies over a screen. Overlays stack; Esc takes the uppermost away.
enum Overlay: Sendable, Equatable {
  /// The keys that work underneath, from this line on.
  case help(scroll: Int)
  /// Everything that failed or was warned about, in words, from this line on.
  case messages(scroll: Int)

  /// The first line shown.
  var scroll: Int {
    get {
      switch self {
      case .help(let scroll), .messages(let scroll): scroll
      }
    }
    set {
      switch self {
      case .help: self = .help(scroll: newValue)
      case .messages: self = .messages(scroll: newValue)
      }
    }
  }
}
