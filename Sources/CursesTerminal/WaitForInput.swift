import Glibc
public import WakeUps

/// Why `waitForInput` returned; empty when the deadline passed.
public struct InputReadiness: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// There are keys to read.
  public static let terminalReadable = InputReadiness(rawValue: 1 << 0)
  /// The terminal is gone or its input has ended: nobody will ever press a key again.
  public static let terminalHungUp = InputReadiness(rawValue: 1 << 1)
  /// The event descriptor was signalled.
  public static let eventSignalled = InputReadiness(rawValue: 1 << 2)
  /// The other descriptor can be read.
  public static let otherReadable = InputReadiness(rawValue: 1 << 3)
}

/// Sleeps until the terminal has input, the event is signalled, another descriptor can be read or the deadline passes; for
/// ever without a deadline.
///
/// Read all input (`readInput` until it returns `nil`) before waiting again: ncurses may hold some that the kernel does
/// not.
public func waitForInput(
  terminal: Int32, event: EventDescriptor, other: Int32? = nil, until deadline: ContinuousClock.Instant? = nil
) -> InputReadiness {
  var descriptors = [
    pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
    pollfd(fd: event.fileDescriptor, events: Int16(POLLIN), revents: 0),
    // A negative one is passed over.
    pollfd(fd: other ?? -1, events: Int16(POLLIN), revents: 0),
  ]
  while true {
    let count = pollDescriptors(&descriptors, until: deadline)
    if count > 0 { break }
    if count < 0, errno == EINTR { continue }
    // Without poll there is no input to wait for; saying so ends the program instead of making it spin.
    if count < 0 { return .terminalHungUp }
    if let deadline, deadline <= .now { return [] }
  }
  var readiness: InputReadiness = []
  let answer = Int32(descriptors[0].revents)
  if answer & (POLLHUP | POLLERR | POLLNVAL) != 0 {
    readiness.insert(.terminalHungUp)
  } else if answer & POLLIN != 0 {
    readiness.insert(hasBytes(terminal) ? .terminalReadable : .terminalHungUp)
  }
  if descriptors[1].revents != 0 { readiness.insert(.eventSignalled) }
  if descriptors[2].revents != 0 { readiness.insert(.otherReadable) }
  return readiness
}

/// `poll` calls the end of input readable too, and ncurses reads it as "no key".
private func hasBytes(_ descriptor: Int32) -> Bool {
  var count: Int32 = 0
  return ioctl(descriptor, UInt(FIONREAD), &count) == 0 && count > 0
}
