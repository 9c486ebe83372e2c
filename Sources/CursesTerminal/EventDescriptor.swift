import CSignals
import Glibc

/// A wake-up for a thread that waits in `poll`: any thread (or signal handler) signals, one waits and drains.
///
/// Signals do not add up: one drain answers all that came before it.
public final class EventDescriptor: Sendable {
  /// What to wait on for reading; open as long as this object.
  public let fileDescriptor: Int32

  /// Throws `TerminalError.system` when the process has no descriptor left.
  public init() throws(TerminalError) {
    fileDescriptor = eigentop_event_create()
    guard fileDescriptor >= 0 else { throw .system(call: "eventfd", errno: errno) }
  }

  deinit { close(fileDescriptor) }

  /// Makes `fileDescriptor` readable. Never blocks.
  public func signal() { eigentop_event_signal(fileDescriptor) }

  /// Makes `fileDescriptor` unreadable until the next signal. Drain before looking at what was signalled, so that a
  /// signal in between wakes again.
  public func drain() { eigentop_event_drain(fileDescriptor) }
}
