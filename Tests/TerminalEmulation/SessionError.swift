/// Why a test's wait on a program came to nothing.
public enum SessionError: Error, Sendable, CustomStringConvertible {
  /// The program, its terminal or the emulator could not be made.
  case cannotStart(String)
  /// The program ended first. With what it showed last.
  case ended(ProcessOutcome, waitingFor: String, screen: [String])
  /// The deadline, which only bounds failures, passed first. With what the program shows.
  case timedOut(waitingFor: String, screen: [String])

  public var description: String {
    switch self {
    case .cannotStart(let reason): "cannot start: \(reason)"
    case .ended(let outcome, let awaited, let screen):
      "the program \(outcome) while the test waited for \(awaited); it showed:\n\(screen.joined(separator: "\n"))"
    case .timedOut(let awaited, let screen):
      "waited in vain for \(awaited); the program shows:\n\(screen.joined(separator: "\n"))"
    }
  }
}

/// How a program ended.
public enum ProcessOutcome: Sendable, Hashable, CustomStringConvertible {
  case exited(Int32)
  case killed(by: Int32)

  public var description: String {
    switch self {
    case .exited(let code): "exited with \(code)"
    case .killed(let signal): "was killed by signal \(signal)"
    }
  }
}
