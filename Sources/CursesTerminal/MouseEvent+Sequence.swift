import TerminalCells

extension MouseEvent {
  /// What makes a terminal tell of buttons, wheels and drags, in numbers (xterm's private modes 1000, 1002 and 1006), and
  /// what ends it.
  static let capture = "\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h"
  static let release = "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l"

  /// A control sequence of mode 1006, without its introducer: `<0;12;7M` is the left button going down in column 12, row 7,
  /// and `m` going up; nil for what nobody asked for.
  init?(controlSequence text: String) {
    guard text.hasPrefix("<"), text.hasSuffix("M") || text.hasSuffix("m") else { return nil }
    let numbers = text.dropFirst().dropLast().split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
      (0..<256).contains(code), (1...0xffff).contains(column), (1...0xffff).contains(row),
      let kind = Kind(code, isRelease: text.hasSuffix("m"))
    else { return nil }
    self.init(kind, column: column - 1, row: row - 1)
  }
}

extension MouseEvent.Kind {
  /// - Parameter code: the button in bits 0, 1, 6 and 7; 4, 8 and 16 for Shift, Alt and Control; 32 for motion.
  fileprivate init?(_ code: Int, isRelease: Bool) {
    let isMotion = code & 32 != 0
    switch (code & ~0b11_1100, isMotion) {
    case (64, false): self = .wheelUp
    case (65, false): self = .wheelDown
    case (66, false): self = .wheelLeft
    case (67, false): self = .wheelRight
    case (let number, _):
      let buttons: [MouseEvent.Button] = [.left, .middle, .right]
      guard buttons.indices.contains(number) else { return nil }
      self = isMotion ? .drag(buttons[number]) : isRelease ? .release(buttons[number]) : .press(buttons[number])
    }
  }
}
