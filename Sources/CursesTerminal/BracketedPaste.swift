/// Text pasted into the terminal, which comes between two sequences if the terminal was asked (xterm's private mode 2004).
struct BracketedPaste: Equatable {
  static let capture = "\u{1b}[?2004h"
  static let release = "\u{1b}[?2004l"
  /// Bodies of the control sequences before and after the text.
  static let (begin, end) = ("200~", "201~")

  /// As much as anybody types into a line; what comes after it is dropped.
  private static let longest = 4096

  private(set) var text = ""
  /// What may be the end, from its Esc on.
  private var ending: String?

  /// Takes the next character. Returns whether the text is complete by it.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\u{1b}" {
      ending = ""
    } else if var found = ending {
      found.unicodeScalars.append(scalar)
      if found == "[" + Self.end { return true }
      // Any other sequence in the text is no text.
      let isOver = found.count > 1 && !("\u{20}"..."\u{3f}").contains(scalar) || found.first != "["
      ending = isOver || found.count > Self.longest ? nil : found
    } else if text.utf8.count < Self.longest {
      text.unicodeScalars.append(scalar)
    }
    return false
  }
}
