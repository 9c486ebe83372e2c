import CNcurses

/// What a fatal signal writes to give the terminal back; made from terminfo while it is safe to ask, that is, between
/// `setupterm` and the first signal.
enum RestoreSequence {
  /// The bytes, for the terminal type that was set up last.
  static func make() -> [UInt8] {
    // The private modes are the same wherever they exist, and ignored elsewhere: synchronised update, mouse, paste.
    var bytes = Array("\u{1b}[?2026l\u{1b}[?1000l\u{1b}[?1002l\u{1b}[?1003l\u{1b}[?1006l\u{1b}[?2004l".utf8)
    // Attributes, colours, keypad mode, alternate screen, cursor.
    for name in ["sgr0", "op", "rmkx", "rmcup", "cnorm"] {
      guard let capability = eigentop_capability(name) else { continue }
      bytes += withoutPadding(String(cString: capability).utf8)
    }
    return bytes
  }

  /// Terminfo asks for delays as `$<5>`, which `tputs` turns into pauses; a signal handler has none.
  static func withoutPadding(_ capability: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var padding = false
    for byte in capability {
      if byte == UInt8(ascii: "<"), bytes.last == UInt8(ascii: "$") {
        bytes.removeLast()
        padding = true
      } else if padding {
        padding = byte != UInt8(ascii: ">")
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
