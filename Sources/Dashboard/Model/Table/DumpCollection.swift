import Analysis
import SystemPackage

/// All dumps found so far, by run and by identity. Runs and their dumps stand in the same order in whatever order they came.
struct DumpCollection: Sendable, Equatable {
  /// The dumps of one training run, by checkpoint.
  struct Run: Sendable, Equatable, Identifiable {
    let id: RunID
    fileprivate(set) var entries: [DumpEntry]

    /// Their identities, listed anew each time.
    var dumps: [Dump.ID] { entries.map(\.id) }
  }

  /// What a run is doing, and the clock time at which it last wrote anything.
  struct Activity: Sendable, Equatable {
    var state: RunActivity.State
    var lastSign: ClockTime
  }

  /// In natural order at all times, so that a run and its place are found by bisection. Dumps stand in their runs and nowhere else:
  /// going through all of them looks nothing up.
  private(set) var runs: [Run] = []
  /// Where each dump is found.
  private var places: [Dump.ID: Place] = [:]
  /// Rises with every change of what records say and of which there are; not with progress.
  private(set) var recordRevision = 0
  /// Rises when a dump is hidden, or shown again.
  private var hidingRevision = 0
  /// Rises with either. What is made of the dumps that are shown holds as long as this is the same.
  var revision: Int { recordRevision + hidingRevision }
  private var roots: Set<FilePath> = []
  /// Names of the hyperparameters that have more than one value among these dumps: what tells runs apart.
  private(set) var varyingHyperparameters: Set<String> = []
  private var firstHyperparameters: [String: HyperparameterValue] = [:]
  /// What runs are doing, where that is known.
  private(set) var activities: [RunID: Activity] = [:]
  /// What dumps have that none of their files says.
  private var own: [Dump.ID: OwnAccuracies] = [:]
  private(set) var queuedCount = 0
  private(set) var computingCount = 0
  private(set) var failedCount = 0
  /// Dumps that a filter leaves out.
  private(set) var hiddenCount = 0

  /// What a dump is ordered by, besides its path.
  private struct Place: Sendable, Equatable {
    var run: RunID
    var checkpoint: Checkpoint?
  }

  subscript(id: Dump.ID) -> DumpEntry? { indices(of: id).map { runs[$0.run].entries[$0.dump] } }

  var count: Int { places.count }

  /// In the order of the runs.
  var records: some Sequence<AnalysisRecord> { runs.lazy.flatMap { $0.entries.lazy.map(\.record) } }

  subscript(run id: RunID) -> Run? { index(of: id).map { runs[$0] } }

  var titles: RunTitles { RunTitles(namesRoots: roots.count > 1) }

  func title(of run: RunID) -> String { titles[run] }

  /// The last checkpoint of a run stands for the model that it trained.
  func last(of run: Run) -> DumpEntry? { run.entries.last }

  /// Adds a dump, or replaces what is known about it. What a filter hides stays hidden until the filter is asked again.
  mutating func put(_ entry: DumpEntry) {
    var entry = entry
    if let own = own[entry.id] { own.add(to: &entry.record.dump.metrics) }
    let dump = entry.record.dump
    recordRevision += 1
    guard let (run, place) = indices(of: dump.id) else {
      insert(entry)
      noteHyperparameters(of: dump)
      return
    }
    let old = runs[run].entries[place]
    entry.isHidden = old.isHidden
    if old.record.dump.runID != dump.runID || old.record.dump.checkpoint != dump.checkpoint {
      // That is another place in the table. What its run is doing stays, also where it is the only one of it.
      let activity = activities[dump.runID]
      remove(dump.id)
      activities[dump.runID] = activity
      insert(entry)
    } else {
      count(old, by: -1)
      runs[run].entries[place] = entry
      count(entry, by: 1)
    }
    if old.record.dump.hyperparameters != dump.hyperparameters { noteHyperparameters(of: dump) }
  }

  /// Notes progress. It may arrive after the result, and is then without meaning.
  mutating func setProgress(_ rows: Int, perSecond: Double, of id: Dump.ID) {
    guard let (run, place) = indices(of: id) else { return }
    let state = runs[run].entries[place].state
    guard state != .done, state != .failed else { return }
    count(runs[run].entries[place], by: -1)
    runs[run].entries[place].state = .computing(rows: rows, perSecond: perSecond)
    count(runs[run].entries[place], by: 1)
  }

  /// Notes what a dump that is still being computed looks like so far.
  mutating func setPreview(_ record: AnalysisRecord) {
    guard var entry = self[record.id], case .computing = entry.state else { return }
    entry.record = record
    put(entry)
  }

  mutating func setActivity(_ activity: Activity, of run: RunID) { activities[run] = activity }

  /// Takes over what the surroundings of a dump say now.
  mutating func describe(_ dump: Dump) {
    guard let entry = self[dump.id] else { return }
    put(DumpEntry(record: entry.record.described(as: dump), state: entry.state))
  }

  /// The probe of a dump, and what was typed of it.
  func ownAccuracies(of id: Dump.ID) -> OwnAccuracies { own[id] ?? OwnAccuracies() }

  /// What was typed, of all dumps.
  var typedAccuracies: [Dump.ID: [String: Double]] { own.mapValues(\.typed).filter { !$0.value.isEmpty } }

  /// Changes what a dump has beside its files. What was typed is kept for one that is not there.
  mutating func setOwnAccuracies(of id: Dump.ID, _ change: (inout OwnAccuracies) -> Void) {
    let old = ownAccuracies(of: id)
    var new = old
    change(&new)
    own[id] = new == OwnAccuracies() ? nil : new
    guard old.metrics != new.metrics, var entry = self[id] else { return }
    entry.record.dump.metrics = entry.record.dump.metrics.filter(\.value.join.isLogged)
    put(entry)
  }

  /// Hides what a filter leaves out, and shows the others.
  mutating func hide(_ isLeftOut: (DumpEntry, Activity?) -> Bool) {
    var isChanged = false
    for run in runs.indices {
      let activity = activities.isEmpty ? nil : activities[runs[run].id]
      runs[run].entries.withUnsafeMutableBufferPointer { entries in
        for place in entries.indices {
          let isHidden = isLeftOut(entries[place], activity)
          guard isHidden != entries[place].isHidden else { continue }
          entries[place].isHidden = isHidden
          hiddenCount += isHidden ? 1 : -1
          isChanged = true
        }
      }
    }
    if isChanged { hidingRevision += 1 }
  }

  /// Forgets a dump that is no longer there, and its run with the last of them.
  mutating func remove(_ id: Dump.ID) {
    guard let (run, place) = indices(of: id) else { return }
    recordRevision += 1
    count(runs[run].entries.remove(at: place), by: -1)
    places[id] = nil
    if runs[run].entries.isEmpty { activities[runs.remove(at: run).id] = nil }
  }

  private mutating func insert(_ entry: DumpEntry) {
    let dump = entry.record.dump
    roots.insert(dump.root)
    count(entry, by: 1)
    places[dump.id] = Place(run: dump.runID, checkpoint: dump.checkpoint)
    if let run = index(of: dump.runID) {
      let place = runs[run].entries.bisectedIndex(where: { !$0.record.dump.precedes(dump.checkpoint, dump.id) })
      runs[run].entries.insert(entry, at: place)
    } else {
      runs.insert(Run(id: dump.runID, entries: [entry]), at: place(of: dump.runID))
    }
  }

  private mutating func noteHyperparameters(of dump: Dump) {
    for (name, value) in dump.hyperparameters {
      if firstHyperparameters[name, default: value] != value { varyingHyperparameters.insert(name) }
    }
    firstHyperparameters.merge(dump.hyperparameters) { first, _ in first }
  }

  private func indices(of id: Dump.ID) -> (run: Int, dump: Int)? {
    guard let place = places[id], let run = index(of: place.run) else { return nil }
    return (run, runs[run].entries.bisectedIndex(where: { !$0.record.dump.precedes(place.checkpoint, id) }))
  }

  /// Where a run is or would be.
  private func place(of run: RunID) -> Int { runs.bisectedIndex(where: { !$0.id.precedes(run) }) }

  private func index(of run: RunID) -> Int? {
    let place = place(of: run)
    return place < runs.count && !run.precedes(runs[place].id) ? place : nil
  }

  private mutating func count(_ entry: DumpEntry, by step: Int) {
    if entry.isHidden { hiddenCount += step }
    switch entry.state {
    case .queued: queuedCount += step
    case .computing: computingCount += step
    case .failed: failedCount += step
    case .done: break
    }
  }
}
