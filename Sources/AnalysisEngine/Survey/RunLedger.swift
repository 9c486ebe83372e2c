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
    /// Those of the dumps and those above them: what is written there is a sign of this run, too.
    var directories: Set<FilePath> = []
    var announced: Int?
    var told: Change?
    /// When its state becomes another if nothing happens, in so far as that is known.
    var nextChange = Double.infinity

    /// Whether nothing of its directory was known.
    mutating func note(_ dump: Dump, modified: Double, announced: Int?) -> Bool {
      dumps[dump.id] = (modified, dump.checkpoint?.epoch)
      self.announced = announced
      return !directories.contains(dump.path.removingLastComponent())
    }

    func activity(_ signs: SurroundingSigns) -> RunActivity {
      let times = dumps.values.map(\.modified)
      let epoch = dumps.values.compactMap(\.epoch).max()
      let progress = announced.flatMap { announced in
        epoch.map { RunActivity.Progress(epoch: $0, announced: announced) }
      }
      let (lastSign, heartbeat) = signs.summary(of: directories)
      return RunActivity(
        lastSign: (times + [lastSign]).compactMap { $0 }.max() ?? 0, checkpointTimes: times, heartbeat: heartbeat,
        progress: progress)
    }
  }

  private var entries: [RunID: Entry] = [:]
  /// By the directories of their entries.
  private var runs: [FilePath: Set<RunID>] = [:]
  private var signs = SurroundingSigns()
  private var touched: Set<RunID> = []

  /// Settings that say how many epochs there are going to be.
  private static let announcements = ["max_epochs", "epochs", "num_epochs", "n_epochs", "num_train_epochs"]

  /// A dump is there, or has been written to.
  mutating func note(_ dump: Dump, modified: Double) {
    let announced = Self.announcements.lazy.compactMap { dump.hyperparameters[$0]?.count }.first
    let isNew = entries[dump.runID, default: Entry()].note(dump, modified: modified, announced: announced)
    if isNew {
      for directory in dump.surroundingDirectories {
        entries[dump.runID]?.directories.insert(directory)
        runs[directory, default: []].insert(dump.runID)
      }
    }
    touched.insert(dump.runID)
  }

  /// A dump is gone; its run with the last of them.
  mutating func forget(_ dump: Dump) {
    entries[dump.runID]?.dumps[dump.id] = nil
    touched.insert(dump.runID)
    guard let entry = entries[dump.runID], entry.dumps.isEmpty else { return }
    entries[dump.runID] = nil
    for directory in entry.directories {
      runs[directory]?.remove(dump.runID)
      if runs[directory]?.isEmpty == true { runs[directory] = nil }
    }
  }

  /// A file beside the dumps is there, or has been written to; a heartbeat with what it says.
  mutating func note(_ file: FilePath, modified: Double, heartbeat: Heartbeat?) {
    signs.put(file, modified: modified, heartbeat: heartbeat)
    touch(file.removingLastComponent())
  }

  /// A file beside the dumps is gone, and with it what it said.
  mutating func forget(_ file: FilePath) {
    signs.remove(file)
    touch(file.removingLastComponent())
  }

  private mutating func touch(_ directory: FilePath) {
    touched.formUnion(runs[directory] ?? [])
  }

  /// Runs that are in another state than was told, or have given another sign in the same one.
  mutating func changes(at now: Double) -> [Change] {
    var changes: [Change] = []
    // Few of many runs: most neither write anything nor are waited for.
    let due = now < nearestChange ? [] : entries.filter { $0.value.nextChange <= now }.map(\.key)
    for run in touched.union(due) {
      guard let entry = entries[run] else { continue }
      let activity = entry.activity(signs)
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
  /// A number of things. That there are −1 of them says that there is no end to them.
  fileprivate var count: Int? {
    guard case .number(let value) = self, let count = Int(exactly: value), count > 0 else { return nil }
    return count
  }
}
