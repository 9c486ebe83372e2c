import Analysis
import SystemPackage

/// All dumps found so far, by identity and by run, in the order in which they were found.
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
  private(set) var runs: [Run] = []
  private var roots: Set<FilePath> = []
  private var runIndices: [RunID: Int] = [:]
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

  subscript(run id: RunID) -> Run? { runIndices[id].map { runs[$0] } }

  /// What a run is called: its name, behind its directory where several were opened.
  func title(of run: RunID) -> String {
    roots.count > 1 && !run.root.isEmpty && run.name != run.root.string ? "\(run.root)/\(run.name)" : run.name
  }

  /// The last checkpoint of a run stands for the model that it trained.
  func last(of run: Run) -> DumpEntry? { run.dumps.last.flatMap { entries[$0] } }

  /// Adds a dump, or replaces what is known about it.
  mutating func put(_ entry: DumpEntry) {
    if let old = entries.updateValue(entry, forKey: entry.record.id) {
      count(old.state, by: -1)
    } else {
      insert(entry.record.dump)
    }
    count(entry.state, by: 1)
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
    // Other hyperparameters or checkpoints are another place in the table.
    if entry.record.dump.runID != dump.runID || entry.record.dump.checkpoint != dump.checkpoint
      || entry.record.dump.hyperparameters != dump.hyperparameters
    {
      remove(dump.id)
    }
    put(DumpEntry(record: entry.record.described(as: dump), state: entry.state))
  }

  /// Forgets a dump that is no longer there, and its run with the last of them.
  mutating func remove(_ id: Dump.ID) {
    guard let entry = entries.removeValue(forKey: id) else { return }
    count(entry.state, by: -1)
    let run = entry.record.dump.runID
    guard let index = runIndices[run] else { return }
    runs[index].dumps.removeAll { $0 == id }
    guard runs[index].dumps.isEmpty else { return }
    runs.remove(at: index)
    activities[run] = nil
    runIndices = Dictionary(uniqueKeysWithValues: runs.enumerated().map { ($1.id, $0) })
  }

  /// The dump of the same run and layer that comes before this one.
  func predecessor(of dump: Dump) -> DumpEntry? {
    guard let run = self[run: dump.runID], let index = run.dumps.firstIndex(of: dump.id) else { return nil }
    return run.dumps[..<index].reversed().lazy.compactMap { entries[$0] }.first { $0.record.dump.layer == dump.layer }
  }

  /// The dump of the same run and layer that comes after this one.
  func successor(of dump: Dump) -> DumpEntry? {
    guard let run = self[run: dump.runID], let index = run.dumps.firstIndex(of: dump.id) else { return nil }
    return run.dumps[(index + 1)...].lazy.compactMap { entries[$0] }.first { $0.record.dump.layer == dump.layer }
  }

  private mutating func insert(_ dump: Dump) {
    for (name, value) in dump.hyperparameters {
      if firstHyperparameters[name, default: value] != value { varyingHyperparameters.insert(name) }
    }
    firstHyperparameters.merge(dump.hyperparameters) { first, _ in first }
    roots.insert(dump.root)
    guard let index = runIndices[dump.runID] else {
      runIndices[dump.runID] = runs.count
      runs.append(Run(id: dump.runID, dumps: [dump.id]))
      return
    }
    // They mostly come in order: looked for from the end.
    let before = runs[index].dumps.lastIndex { id in
      entries[id].map { !dump.precedes($0.record.dump) } ?? true
    }
    runs[index].dumps.insert(dump.id, at: before.map { $0 + 1 } ?? 0)
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

extension Dump {
  /// Whether this dump comes before another of its run. Equal ones keep the order in which they were found.
  fileprivate func precedes(_ other: Dump) -> Bool {
    let none = Checkpoint()
    return (checkpoint ?? none) < (other.checkpoint ?? none)
  }
}
