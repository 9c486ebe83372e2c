import Analysis
import SystemPackage

/// Signs of life of every run, and which of them have come to be in another state since one last asked.
///
/// Times are seconds since 1970.
struct RunLedger {
  /// What there is to tell of a run.
  struct Change: Equatable {
    let run: RunID
    let state: RunActivity.State
    let lastSign: Double
  }

  private struct Entry {
    /// When each dump was last written to.
    var dumps: [Dump.ID: (modified: Double, epoch: Int?)] = [:]
    /// The newest sign that is not a dump's.
    var otherSign = 0.0
    var heartbeat: Heartbeat?
    var announced: Int?
    var told: Change?
    /// When its state becomes another if nothing happens, in so far as that is known.
    var nextChange = Double.infinity

    var activity: RunActivity {
      let times = dumps.values.map(\.modified)
      let epoch = dumps.values.compactMap(\.epoch).max()
      let progress = announced.flatMap { announced in
        epoch.map { RunActivity.Progress(epoch: $0, announced: announced) }
      }
      return RunActivity(
        lastSign: max(otherSign, times.max() ?? 0), checkpointTimes: times, heartbeat: heartbeat, progress: progress)
    }
  }

  private var entries: [RunID: Entry] = [:]
  private var touched: Set<RunID> = []

  /// Settings that say how many epochs there are going to be.
  private static let announcements = ["max_epochs", "epochs", "num_epochs", "n_epochs", "num_train_epochs"]

  /// A dump is there, or has been written to.
  mutating func note(_ dump: Dump, modified: Double) {
    entries[dump.runID, default: Entry()].dumps[dump.id] = (modified, dump.checkpoint?.epoch)
    entries[dump.runID]?.announced = Self.announcements.lazy.compactMap { dump.hyperparameters[$0]?.count }.first
    touched.insert(dump.runID)
  }

  /// A dump is gone; its run with the last of them.
  mutating func forget(_ dump: Dump) {
    entries[dump.runID]?.dumps[dump.id] = nil
    if entries[dump.runID]?.dumps.isEmpty == true { entries[dump.runID] = nil }
    touched.insert(dump.runID)
  }

  /// Something else of a run was written to.
  mutating func noteSign(of run: RunID, at time: Double) {
    guard let sign = entries[run]?.otherSign else { return }
    entries[run]?.otherSign = max(sign, time)
    touched.insert(run)
  }

  /// A run says something about itself, or, with nil, no longer does.
  mutating func setHeartbeat(_ heartbeat: Heartbeat?, of run: RunID) {
    entries[run]?.heartbeat = heartbeat
    touched.insert(run)
  }

  /// Runs that are in another state than was told, or have given another sign in the same one.
  mutating func changes(at now: Double) -> [Change] {
    var changes: [Change] = []
    // Few of many runs: most neither write anything nor are waited for.
    let due = now < nearestChange ? [] : entries.filter { $0.value.nextChange <= now }.map(\.key)
    for run in touched.union(due) {
      guard let entry = entries[run] else { continue }
      let activity = entry.activity
      entries[run]?.nextChange = activity.nextChange(after: now) ?? .infinity
      let change = Change(run: run, state: activity.state(at: now), lastSign: activity.lastSign)
      // A sign alone is no news while a run goes on: its dumps are.
      guard entry.told?.state != change.state || touched.contains(run) && change.state == .stalled else { continue }
      guard entry.told != change else { continue }
      entries[run]?.told = change
      changes.append(change)
    }
    if !touched.isEmpty || !due.isEmpty { nearestChange = entries.values.map(\.nextChange).min() ?? .infinity }
    touched = []
    return changes
  }

  /// When some run comes to be in another state if nothing happens; infinite where none does.
  private(set) var nearestChange = Double.infinity
}

extension HyperparameterValue {
  /// A number of things.
  fileprivate var count: Int? {
    if case .number(let value) = self { Int(exactly: value) } else { nil }
  }
}
