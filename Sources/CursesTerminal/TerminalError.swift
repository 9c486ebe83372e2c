import Glibc

/// Why there is no terminal to draw on.
public enum TerminalError: Error, Equatable {
  /// A standard stream, named in words, is a file or a pipe.
  case notATerminal(String)
  /// `TERM` is unset, or names a terminal that the system's terminfo does not know.
  case unknownType(String?)
  /// The terminal that `TERM` names cannot move its cursor (`dumb`).
  case cannotMoveCursor(String)
  /// The system has no UTF-8 locale to draw wide characters with.
  case noUnicodeLocale
  /// A call of the system failed with this `errno`.
  case system(call: String, errno: Int32)
}

extension TerminalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notATerminal(let stream): "\(stream) is not a terminal"
    case .unknownType(nil): "TERM is not set, so the kind of terminal is unknown"
    case .unknownType(let type?): "TERM is \"\(type)\", a terminal that this system has no description of"
    case .cannotMoveCursor(let type): "TERM is \"\(type)\", a terminal that cannot move its cursor"
    case .noUnicodeLocale: "this system has no UTF-8 locale (C.UTF-8 would do)"
    case .system(let call, let code): "\(call) failed: \(String(cString: strerror(code)))"
    }
  }
}
