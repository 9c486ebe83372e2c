import Foundation

/// Holds threads until it is opened, and none after that.
final class Gate: Sendable {
  private let passes = DispatchSemaphore(value: 0)

  func wait() {
    passes.wait()
    passes.signal()
  }

  func open() { passes.signal() }
}
