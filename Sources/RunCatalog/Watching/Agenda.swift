import Analysis
import SystemPackage

/// Paths and the instants at which something is due for them, nearest first; of equal instants, the first to be entered.
struct Agenda {
  private var instants: [FilePath: ContinuousClock.Instant] = [:]
  /// The nearest last. Entries that `instants` does not confirm were replaced.
  private var order: [(instant: ContinuousClock.Instant, path: FilePath)] = []

  var nearest: ContinuousClock.Instant? { order.last?.instant }

  subscript(path: FilePath) -> ContinuousClock.Instant? { instants[path] }

  /// Enters `path`, in place of an earlier entry for it.
  mutating func set(_ path: FilePath, at instant: ContinuousClock.Instant) {
    guard instants.updateValue(instant, forKey: path) != instant else { return }
    order.insert((instant, path), at: order.bisectedIndex(where: { $0.instant <= instant }))
    dropReplaced()
  }

  mutating func remove(_ path: FilePath) {
    guard instants.removeValue(forKey: path) != nil else { return }
    dropReplaced()
  }

  /// Takes the nearest path out, if it is due.
  mutating func popDue(at now: ContinuousClock.Instant) -> FilePath? {
    guard let (instant, path) = order.last, instant <= now else { return nil }
    order.removeLast()
    instants[path] = nil
    dropReplaced()
    return path
  }

  /// Keeps the nearest entry a true one, so that nobody wakes for what was replaced.
  private mutating func dropReplaced() {
    while let (instant, path) = order.last, instants[path] != instant { order.removeLast() }
    // Those behind it go when they outnumber the true ones.
    if order.count > 2 * instants.count + 16 { order.removeAll { instants[$0.path] != $0.instant } }
  }
}
