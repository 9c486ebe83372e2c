import CNcurses
import TerminalCells

extension KeyEvent {
  /// The key of an ncurses key code; `nil` for those that the program has no name for (and for `KEY_RESIZE`, which
  /// is no key).
  init?(keyCode: Int32) {
    switch keyCode {
    case KEY_UP: self = .up
    case KEY_DOWN: self = .down
    case KEY_LEFT: self = .left
    case KEY_RIGHT: self = .right
    case KEY_HOME: self = .home
    case KEY_END: self = .end
    case KEY_PPAGE: self = .pageUp
    case KEY_NPAGE: self = .pageDown
    case KEY_ENTER: self = .enter
    case KEY_BTAB: self = .backTab
    case KEY_BACKSPACE: self = .backspace
    case KEY_DC: self = .delete
    case KEY_IC: self = .insert
    case (KEY_F0 + 1)...(KEY_F0 + 63): self = .function(Int(keyCode - KEY_F0))
    default: return nil
    }
  }

  /// The key that sends a character in raw mode.
  init(scalar: Unicode.Scalar) {
    switch scalar.value {
    // Terminals send either for the Backspace key, and Ctrl-J for a pasted end of line.
    case 0x08, 0x7f: self = .backspace
    case 0x09: self = .tab
    case 0x0a, 0x0d: self = .enter
    case 0x1b: self = .escape
    case 0x00: self = .control(" ")
    case 0x01...0x1a: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x1c...0x1f: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    default: self = .character(Character(scalar))
    }
  }
}
