import Foundation
import SystemPackage

/// One line per frame on the file descriptor that `EIGENTOP_TRACE` names, for tests that wait until the dashboard has caught up
/// instead of for a time.
struct Trace {
  private let descriptor: FileDescriptor?
  private var frame = 0

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    descriptor = environment["EIGENTOP_TRACE"].flatMap(CInt.init).map(FileDescriptor.init(rawValue:))
  }

  /// Notes a frame that has been drawn.
  /// - Parameters:
  ///   - keys: keys answered since the start.
  ///   - queued: dumps that wait.
  ///   - running: dumps being computed.
  mutating func note(keys: Int, queued: Int, running: Int) {
    frame += 1
    let line = "frame=\(frame) keys=\(keys) queued=\(queued) running=\(running)\n"
    _ = try? descriptor?.writeAll(line.utf8)
  }
}
