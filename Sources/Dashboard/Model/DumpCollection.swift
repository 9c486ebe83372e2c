import Analysis
import SystemPackage

/// All dumps found so far, by identity and by run. Runs and their dumps stand in the same order in whatever order they came.
struct DumpCollection: Sendable, Equatable {
  /// The dumps of one training run, by checkpoint.
  struct Run: Sendable, Equatable, Identifiable {
    let id: RunID
    var dumps: [Dump.ID]
  }

  /// What a run is doing, and the clock time at which it last wrote anything.
  struct Activity: Sendable, Equatable {
    var state: RunActivity.State
    var lastSign: ClockTime
  }

  private(set) var entries: [Dump.ID: DumpEntry] = [:]
  /// In natural order at all times, so that a run and its place are found by bisection.
  private(set) var runs: [Run] = []
  private var roots: Set<FilePath> = []
  /// Names of the hyperparameters that have more than one value among these dumps: what tells runs apart.
  private(set) var varyingHyperparameters: Set<String> = []
  private var firstHyperparameters: [String: HyperparameterValue] = [:]
  /// What runs are doing, where that is known.
  private(set) var activities: [RunID: Activity] = [:]
  private(set) var queuedCount = 0
  private(set) var computingCount = 0
  private(set) var failedCount = 0

  subscript(id: Dump.ID) -> DumpEntry? { entries[id] }

  var count: Int { entries.count }

  subscript(run id: RunID) -> Run? { index(of: id).map { runs[$0] } }

  /// What a run is called: its name, behind its directory where several were opened.
  func title(of run: RunID) -> String {
    roots.count > 1 && !run.root.isEmpty && run.name != run.root.string ? "\(run.root)/\(run.name)" : run.name
  }

  /// The last checkpoint of a run stands for the model that it trained.
  func last(of run: Run) -> DumpEntry? { run.dumps.last.flatMap { entries[$0] } }

  /// Adds a dump, or replaces what is known about it.
  mutating func put(_ entry: DumpEntry) {
    let dump = entry.record.dump
    let old = entries[dump.id]
    if let old, old.record.dump.runID != dump.runID || old.record.dump.checkpoint != dump.checkpoint {
      // That is another place in the table. What its run is doing stays, also where it is the only one of it.
      let activity = activities[dump.runID]
      remove(dump.id)
      activities[dump.runID] = activity
    } else if let old {
      count(old.state, by: -1)
    }
    let isNew = entries.updateValue(entry, forKey: dump.id) == nil
    count(entry.state, by: 1)
    if isNew { insert(dump) }
    if old?.record.dump.hyperparameters != dump.hyperparameters { noteHyperparameters(of: dump) }
  }

  /// Notes progress. It may arrive after the result, and is then without meaning.
  mutating func setProgress(_ rows: Int, perSecond: Double, of id: Dump.ID) {
    guard var entry = entries[id], entry.state != .done, entry.state != .failed else { return }
    entry.state = .computing(rows: rows, perSecond: perSecond)
    put(entry)
  }

  /// Notes what a dump that is still being computed looks like so far.
  mutating func setPreview(_ record: AnalysisRecord) {
    guard var entry = entries[record.id], case .computing = entry.state else { return }
    entry.record = record
    put(entry)
  }

  mutating func setActivity(_ activity: Activity, of run: RunID) { activities[run] = activity }

  /// Takes over what the surroundings of a dump say now.
  mutating func describe(_ dump: Dump) {
    guard let entry = entries[dump.id] else { return }
    put(DumpEntry(record: entry.record.described(as: dump), state: entry.state))
  }

  /// Forgets a dump that is no longer there, and its run with the last of them.
  mutating func remove(_ id: Dump.ID) {
    guard let entry = entries[id] else { return }
    let dump = entry.record.dump
    if let index = index(of: dump.runID) {
      let place = place(of: dump, in: runs[index])
      if runs[index].dumps[place...].first == id { runs[index].dumps.remove(at: place) }
      if runs[index].dumps.isEmpty { activities[runs.remove(at: index).id] = nil }
    }
    entries[id] = nil
    count(entry.state, by: -1)
  }

  private mutating func insert(_ dump: Dump) {
    roots.insert(dump.root)
    if let index = index(of: dump.runID) {
      runs[index].dumps.insert(dump.id, at: place(of: dump, in: runs[index]))
    } else {
      runs.insert(Run(id: dump.runID, dumps: [dump.id]), at: place(of: dump.runID))
    }
  }

  private mutating func noteHyperparameters(of dump: Dump) {
    for (name, value) in dump.hyperparameters {
      if firstHyperparameters[name, default: value] != value { varyingHyperparameters.insert(name) }
    }
    firstHyperparameters.merge(dump.hyperparameters) { first, _ in first }
  }

  /// Where a run is or would be.
  private func place(of run: RunID) -> Int { runs.bisect { $0.id.precedes(run) } }

  private func index(of run: RunID) -> Int? {
    let place = place(of: run)
    return place < runs.count && !run.precedes(runs[place].id) ? place : nil
  }

  /// Where a dump is or would be among those of its run.
  private func place(of dump: Dump, in run: Run) -> Int {
    run.dumps.bisect { entries[$0]?.record.dump.precedes(dump) ?? false }
  }

  private mutating func count(_ state: DumpEntry.State, by step: Int) {
    switch state {
    case .queued: queuedCount += step
    case .computing: computingCount += step
    case .failed: failedCount += step
    case .done: break
    }
  }
}
