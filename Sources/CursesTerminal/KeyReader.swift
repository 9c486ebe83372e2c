import CNcurses
import TerminalCells

/// Reads keys from ncurses. Through a pad: reading from a window would refresh that window first.
struct KeyReader {
  private let pad: UnsafeMutablePointer<WINDOW>

  /// After `newterm`; `nil` when there is no memory.
  init?() {
    guard let pad = newpad(1, 1) else { return nil }
    self.pad = pad
    // How long Esc waits, in milliseconds, for the rest of a key that begins with it.
    set_escdelay(25)
    nodelay(pad, true)
    keypad(pad, true)
  }

  /// Gives the pad back; the last call.
  func close() { delwin(pad) }

  /// The next key; `nil` when there is none.
  func next() -> KeyEvent? {
    while let input = nextInput() {
      guard let key = input.key else { continue }
      return key == .escape ? altKey() ?? .escape : key
    }
    return nil
  }

  /// The key that was sent right after Esc, which is how terminals send Alt; `nil` when there is none.
  private func altKey() -> KeyEvent? {
    guard let following = nextInput() else { return nil }
    if case .scalar("\u{1b}") = following {
      // Esc was pressed twice. The second one may begin a key itself.
      unget_wch(0x1b)
      return nil
    }
    return following.key.map { .alt($0) }
  }

  private enum Input {
    case scalar(Unicode.Scalar)
    case code(Int32)

    var key: KeyEvent? {
      switch self {
      case .scalar(let scalar): KeyEvent(scalar: scalar)
      case .code(let code): KeyEvent(keyCode: code)
      }
    }
  }

  private func nextInput() -> Input? {
    while true {
      var value = wint_t()
      switch wget_wch(pad, &value) {
      case OK:
        if let scalar = Unicode.Scalar(value) { return .scalar(scalar) }
      case KEY_CODE_YES:
        return .code(Int32(bitPattern: value))
      default:
        return nil
      }
    }
  }
}
