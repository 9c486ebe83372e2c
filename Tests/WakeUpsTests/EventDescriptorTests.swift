import Foundation
import Glibc
import Testing
import WakeUps

@Suite("Wake-ups")
struct EventDescriptorTests {
  /// What `poll` says of the event by then.
  private func readiness(_ event: EventDescriptor, until deadline: ContinuousClock.Instant = .now) -> CInt {
    var descriptors = [pollfd(fd: event.fileDescriptor, events: Int16(POLLIN), revents: 0)]
    return pollDescriptors(&descriptors, until: deadline)
  }

  @Test("However often an event is signalled, one drain answers it")
  func drain() throws {
    let event = try EventDescriptor()
    #expect(readiness(event) == 0)
    event.signal()
    event.signal()
    #expect(readiness(event) == 1)
    event.drain()
    #expect(readiness(event) == 0)
    // Of one that was not signalled there is nothing to wait for.
    event.drain()
  }

  @Test("Who waits for an event is woken by another thread")
  func wait() throws {
    let event = try EventDescriptor()
    Thread.detachNewThread { event.signal() }
    event.wait()
    #expect(readiness(event) == 1)
  }

  @Test("Nobody wakes before the deadline")
  func deadline() throws {
    let event = try EventDescriptor()
    let deadline = ContinuousClock.now + .microseconds(1_500)
    #expect(readiness(event, until: deadline) == 0)
    #expect(ContinuousClock.now >= deadline)
  }
}
