import Glibc
import SystemPackage

/// Standard output and standard error of a command: data goes to the one, everything else to the other.
enum StandardStreams {
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func printError(_ line: String) { writeError(line.visible + "\n") }

  /// Replaces the last line on a terminal; nothing elsewhere.
  static func printProgress(_ text: String) {
    if isErrorTerminal { writeError("\r\u{1b}[K" + text.visible) }
  }

  /// Nobody is left to be told when standard error itself fails.
  private static func writeError(_ text: String) { _ = try? FileDescriptor.standardError.writeAll(text.utf8) }
}

extension String {
  /// The text without what a terminal would obey: names come from outside.
  var visible: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return String(unicodeScalars.map { $0.isControl ? "·" : Character($0) })
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || (0x7f...0x9f).contains(value) }
}
