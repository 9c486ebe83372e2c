import Glibc
import Synchronization
import SystemPackage

/// Standard output and standard error of a command: data goes to the one, everything else to the other.
enum StandardStreams {
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether only errors are told of (`--quiet`).
  static var isQuiet: Bool {
    get { quiet.load(ordering: .relaxed) }
    set { quiet.store(newValue, ordering: .relaxed) }
  }
  private static let quiet = Atomic(false)

  /// A terminal that cannot go back on its line would be covered with them.
  private static let showsProgress = isErrorTerminal && getenv("TERM").map { String(cString: $0) } != "dumb"

  /// Why something is missing from the results.
  static func printError(_ line: String) { writeError(line.visible + "\n") }

  /// What should be known of results that are there.
  static func printWarning(_ line: String) { if !isQuiet { printError(line) } }

  /// Replaces the last line on a terminal; nothing elsewhere.
  static func printProgress(_ text: String) {
    if showsProgress && !isQuiet { writeError("\r\u{1b}[K" + text.visible) }
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
