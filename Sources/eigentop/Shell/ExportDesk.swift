import WakeUps
import Dashboard
import Dispatch
import Synchronization

/// Makes files and texts on a thread of its own, one after another, in the order in which they were asked for: a large
/// picture takes seconds, and keys are answered meanwhile.
///
/// What was asked for is made to its end, also when nobody looks any more (`finish`).
final class ExportDesk: Sendable {
  /// Something to be made, of the dashboard as it was when it was asked for.
  struct Order: Sendable {
    let request: ExportRequest
    let exporter: Exporter
    let destination: Destination
  }

  enum Destination: Sendable {
    /// A file, and its name as it was asked for.
    case file(ExportedFile, named: String, replaces: Bool)
    /// The clipboard, and what the text is called.
    case clipboard(String)
  }

  /// What has come of an order.
  enum Outcome: Sendable {
    case written(named: String, path: String)
    case text(String, of: String)
    case failed(String)
  }

  private let queue = DispatchQueue(label: "eigentop.exports", qos: .utility)
  private let outcomes: Mailbox<Outcome>
  /// Names of the files that are not there yet.
  private let unfinished = Mutex<[String]>([])

  /// - Parameter wakeUp: signalled when something has been made.
  init(wakingUp wakeUp: EventDescriptor) { outcomes = Mailbox(wakingUp: wakeUp) }

  /// Returns at once.
  func take(_ order: Order) {
    let name: String? = if case .file(_, let name, _) = order.destination { name } else { nil }
    take(name) { order.outcome }
  }

  /// Returns at once.
  ///
  /// - Parameter name: of the file that comes of it; nil for none.
  func take(_ name: String?, _ make: @escaping @Sendable () -> Outcome) {
    if let name { unfinished.withLock { $0.append(name) } }
    queue.async { [self] in
      outcomes.post(make())
      // The first of those that are called so: they are made in the order in which they came.
      unfinished.withLock { names in
        if let place = name.flatMap({ names.firstIndex(of: $0) }) { names.remove(at: place) }
      }
    }
  }

  /// What has been made since the last call.
  func drain() -> [Outcome] { outcomes.drain() }

  /// Returns when everything is made.
  ///
  /// - Parameter announce: is told what has to be waited for, if anything has.
  func finish(_ announce: ([String]) -> Void) -> [Outcome] {
    let names = unfinished.withLock { $0 }
    if !names.isEmpty { announce(names) }
    queue.sync {}
    return drain()
  }
}

extension ExportDesk.Order {
  fileprivate var outcome: ExportDesk.Outcome {
    do throws(ExportFailure) {
      let bytes = try exporter.bytes(of: request)
      switch destination {
      case .file(let file, let name, let replaces):
        return .written(named: name, path: try file.write(bytes, replaces: replaces))
      case .clipboard(let what): return .text(String(decoding: bytes, as: UTF8.self), of: what)
      }
    } catch {
      return .failed(error.description)
    }
  }
}
