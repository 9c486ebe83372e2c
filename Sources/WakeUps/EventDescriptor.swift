import CWakeUps
import Glibc
public import SystemPackage

/// A wake-up for a thread that waits in `poll`: any thread signals, one waits and drains.
///
/// Signals do not add up: one drain answers all that came before it.
public final class EventDescriptor: Sendable {
  /// What to wait on for reading; open as long as this object.
  public let fileDescriptor: Int32

  /// - Throws: what the system says when the process has no descriptor left.
  public init() throws(Errno) {
    fileDescriptor = eigentop_eventfd()
    guard fileDescriptor >= 0 else { throw Errno(rawValue: errno) }
  }

  deinit { close(fileDescriptor) }

  /// Makes `fileDescriptor` readable. Never blocks.
  public func signal() {
    var one: UInt64 = 1
    // Fails only where the counter is full, and then the descriptor is readable already.
    _ = write(fileDescriptor, &one, MemoryLayout.size(ofValue: one))
  }

  /// Makes `fileDescriptor` unreadable until the next signal. Drain before looking at what was signalled, so that a
  /// signal in between wakes again.
  public func drain() {
    var count: UInt64 = 0
    _ = read(fileDescriptor, &count, MemoryLayout.size(ofValue: count))
  }

  /// Sleeps until somebody signals.
  public func wait() {
    var descriptors = [pollfd(fd: fileDescriptor, events: Int16(POLLIN), revents: 0)]
    while pollDescriptors(&descriptors, until: nil) < 0, errno == EINTR {}
  }
}
