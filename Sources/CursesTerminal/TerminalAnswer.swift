import Colors

/// What a terminal says when it is asked.
enum TerminalAnswer: Equatable {
  /// The relative luminance of its background (WCAG 2), 0 for black to 1 for white.
  case background(luminance: Double)
  /// Whether it knows synchronised updates (mode 2026).
  case synchronizedUpdates(Bool)
  /// What kind of terminal it is, which nearly all say: the answers to earlier questions have come, if there are any.
  case deviceAttributes

  /// The questions, in the order of the cases; all answers are told from keys by their first characters.
  static let questions = "\u{1b}]11;?\u{1b}\\" + "\u{1b}[?2026$p" + "\u{1b}[c"

  /// An operating system command, without what introduces and ends it: `11;rgb:ffff/ffff/ffff`.
  init?(operatingSystemCommand text: String) {
    let fields = text.split(separator: ";", maxSplits: 1)
    guard fields.count == 2, fields[0] == "11", let separator = fields[1].firstIndex(of: ":"),
      ["rgb", "rgba"].contains(fields[1][..<separator])
    else { return nil }
    let components = fields[1][separator...].dropFirst().split(separator: "/").compactMap(Self.component)
    guard components.count >= 3 else { return nil }
    let color = LinearColor(encodedRed: components[0], green: components[1], blue: components[2])
    self = .background(luminance: color.relativeLuminance)
  }

  /// A control sequence, without its introducer: `?2026;2$y`, `?64;1c`.
  init?(controlSequence text: String) {
    guard text.hasPrefix("?") else { return nil }
    if text.hasSuffix("c") {
      self = .deviceAttributes
    } else if text.hasPrefix("?2026;"), text.hasSuffix("$y") {
      // 0 is a mode that it does not know, 4 one that it never sets.
      self = .synchronizedUpdates(["1", "2", "3"].contains(text.dropFirst(6).dropLast(2)))
    } else {
      return nil
    }
  }

  /// One to four hexadecimal digits as a share of the greatest number of as many.
  private static func component(_ digits: Substring) -> Double? {
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit), let value = Int(digits, radix: 16)
    else { return nil }
    return Double(value) / Double(1 << (4 * digits.count) - 1)
  }
}
