import CNcurses
import TerminalCells

/// Reads keys, the mouse and answers from ncurses. Through a pad: reading from a window would refresh that window first.
struct InputReader {
  private let pad: UnsafeMutablePointer<WINDOW>
  private var decoder = InputDecoder()
  /// Events that are complete and not given out yet.
  private var events: [InputDecoder.Event] = []

  /// After `newterm`; `nil` when there is no memory.
  init?() {
    guard let pad = newpad(1, 1) else { return nil }
    self.pad = pad
    // How long Esc waits, in milliseconds, for the rest of a key that begins with it.
    set_escdelay(25)
    nodelay(pad, true)
    keypad(pad, true)
    // ncurses would read the coordinates itself, by a protocol that the terminal was not asked for.
    define_key(nil, KEY_MOUSE)
  }

  /// Gives the pad back; the last call.
  func close() { delwin(pad) }

  /// Whether the terminal was asked and may yet answer.
  var awaitsAnswers: Bool { decoder.awaitsAnswers }

  /// Call when the terminal was asked `TerminalAnswer.questions`.
  mutating func expectAnswers() { decoder.expectAnswers() }

  /// The next event; `nil` when there is none.
  mutating func next() -> InputDecoder.Event? {
    while events.isEmpty {
      guard let input = nextInput() else {
        events = decoder.pause()
        break
      }
      events = decoder.take(input)
    }
    return events.isEmpty ? nil : events.removeFirst()
  }

  private func nextInput() -> InputDecoder.Input? {
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
