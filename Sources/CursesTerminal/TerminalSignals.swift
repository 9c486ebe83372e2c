import CSignals
import Glibc
public import WakeUps

/// What other processes tell this one by signals, as events for the run loop.
///
/// Installing it also makes every fatal signal (HUP, INT, QUIT, TERM, ABRT, BUS, FPE, ILL, SEGV, TRAP) give back the
/// terminal that a `CursesTerminal` has taken, before the process dies by that signal. So install it first, on the
/// main thread, before there is a `CursesTerminal`; it stays for the life of the process.
public struct TerminalSignals: Sendable {
  public enum Event: Sendable, Hashable, CaseIterable {
    /// The terminal has a new size (SIGWINCH): call `CursesTerminal.resize`.
    case resized
    /// Somebody wants the process to stop (SIGTSTP): call `CursesTerminal.suspend`.
    case suspendRequested
    /// The process was stopped without being asked and goes on (SIGCONT): call `CursesTerminal.resume`.
    case continued
  }

  /// Installs the handlers; from then on they signal `event`.
  public init(waking event: EventDescriptor) throws(TerminalError) {
    guard eigentop_signals_install(event.fileDescriptor) == 0 else {
      throw .system(call: "installing signal handlers", errno: errno)
    }
  }

  /// The events since the last call.
  public func take() -> Set<Event> {
    let bits = Int(eigentop_signals_take())
    return Set(Event.allCases.filter { bits & $0.bit != 0 })
  }
}

extension TerminalSignals.Event {
  fileprivate var bit: Int {
    switch self {
    case .resized: Int(EIGENTOP_RESIZED)
    case .suspendRequested: Int(EIGENTOP_STOPPING)
    case .continued: Int(EIGENTOP_CONTINUED)
    }
  }
}
