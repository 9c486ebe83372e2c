/// A key as the user pressed it.
public enum KeyEvent: Sendable, Hashable {
  /// A printable character, space included.
  case character(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  /// F1 is `function(1)`.
  case function(Int)
  /// Control and a key, named by its lower-case character: Ctrl-D is `control("d")`.
  case control(Character)
  /// Alt (or Esc at once followed by a key) and the key.
  indirect case alt(KeyEvent)
}

extension KeyEvent: CustomStringConvertible {
  /// The name that a footer or a help page shows: `q`, `Space`, `Ctrl-D`, `PgUp`, `F1`, `Alt-x`.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl-" + (character == " " ? "Space" : character.uppercased())
    case .alt(let key): "Alt-\(key)"
    }
  }
}
