import Synchronization
public import SystemPackage
import WakeUps

/// What other threads have to say to a ``Surveyor``. Every call returns at once and, if need be, wakes it.
public final class SurveyControl: Sendable {
  struct Orders: Sendable {
    var isStopped = false
    var isWoken = false
    var requests: [Request] = []
  }

  enum Request: Sendable {
    case holdOff(FilePath, until: ContinuousClock.Instant)
    case lookAgain(FilePath, at: ContinuousClock.Instant)
    case lookByClock(FilePath)
    case leaveToNotifications(FilePath)
  }

  /// Readable while there are orders that were not taken.
  var descriptor: CInt { event.fileDescriptor }
  private let event: EventDescriptor
  private let orders = Mutex(Orders())

  /// - Throws: what the system says when the process has no descriptor left.
  public init() throws(Errno) { event = try EventDescriptor() }

  /// Ends the survey: `next` returns nil, now and ever after.
  public func stop() { give { $0.isStopped = true } }

  /// Makes `next` return, now or the next time it is called, with nothing if there is nothing to tell.
  public func wake() { give { $0.isWoken = true } }

  /// Changes of the array file at `path`, if it is known, are not told before `instant`; that it vanished is.
  public func holdOff(_ path: FilePath, until instant: ContinuousClock.Instant) {
    give { $0.requests.append(.holdOff(path, until: instant)) }
  }

  /// Has ``SurveyEvent/due(_:)`` told of `path` at `instant`, whatever it is. A later call for the same path replaces the
  /// earlier one.
  public func lookAgain(_ path: FilePath, at instant: ContinuousClock.Instant) {
    give { $0.requests.append(.lookAgain(path, at: instant)) }
  }

  /// Has the array file at `path` looked at by the clock, too, at pauses that double (``SurveyOptions/clockPause``), until
  /// it is left to notifications: that is up to the caller also when it vanishes. A later call begins anew with the
  /// shortest pause.
  public func lookByClock(_ path: FilePath) { give { $0.requests.append(.lookByClock(path)) } }

  /// Ends what ``lookByClock(_:)`` began.
  public func leaveToNotifications(_ path: FilePath) { give { $0.requests.append(.leaveToNotifications(path)) } }

  /// What was ordered since the last time.
  func take() -> Orders {
    orders.withLock { orders in
      event.drain()
      defer { orders = Orders(isStopped: orders.isStopped) }
      return orders
    }
  }

  private func give(_ order: (inout Orders) -> Void) {
    orders.withLock { orders in
      order(&orders)
      event.signal()
    }
  }
}
