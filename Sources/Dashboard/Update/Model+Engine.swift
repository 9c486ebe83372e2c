import Analysis

extension Model {
  /// Takes in what the engine says.
  mutating func take(_ update: EngineUpdate, at time: ClockTime) -> [Effect] {
    switch update {
    case .queued(let record):
      dumps.put(DumpEntry(record: record, state: .queued))
      isIdle = false
      lastChange = time
    case .progressed(let id, let rows, let perSecond):
      dumps.setProgress(rows, perSecond: perSecond, of: id)
    case .previewed(let record):
      dumps.setPreview(record)
    case .finished(let record):
      dumps.put(DumpEntry(record: record, state: record.failure == nil ? .done : .failed))
      spectra.remove(record.id)
      lastChange = time
      recentResults.insert(RecentResult(dump: record.id, time: time), at: 0)
      if recentResults.count > Self.recentResultCount { recentResults.removeLast() }
      return judge(record.id)
    case .refitted(let record):
      // Where the spectrum is at hand it was done here already, maybe over newer ranks than these.
      guard spectra[record.id] == nil else { break }
      dumps.put(DumpEntry(record: record, state: .done))
      return judge(record.id)
    case .refined(let record):
      dumps.put(DumpEntry(record: record, state: .done))
      // The replicates, which other settings need, are the engine's.
      spectra.remove(record.id)
    case .described(let dump):
      dumps.describe(dump)
      lastChange = time
      return judge(dump.id)
    case .vanished(let id):
      forget(id)
      lastChange = time
    case .run(let run, let state, _):
      dumps.setActivity(DumpCollection.Activity(state: state, lastSign: time), of: run)
    case .watching(let root, let method):
      let watch = Watch(root: root, method: method)
      if let index = watching.firstIndex(where: { $0.root == root }) {
        watching[index] = watch
      } else {
        watching.append(watch)
      }
    case .problem(let text):
      if problems.last != text { problems.append(text) }
      if problems.count > Self.problemCount { problems.removeFirst() }
    case .discovered:
      isDiscovering = false
    case .idle:
      isIdle = true
      hasCaughtUp = true
    }
    return []
  }

  /// Enough to see what happened while one was away.
  private static let recentResultCount = 100
  /// A dashboard that is open for days keeps the newest.
  private static let problemCount = 1000

  /// Forgets a dump; the eye stays where it was, on what comes after it.
  private mutating func forget(_ id: AnalysisRecord.ID) {
    if table.selection == .dump(id) {
      let rows = table.rows(of: dumps)
      let index = table.selectedIndex(in: rows) ?? 0
      table.selection = index + 1 < rows.count ? rows[index + 1] : index > 0 ? rows[index - 1] : nil
    }
    dumps.remove(id)
    spectra.remove(id)
    ownFitSettings[id] = nil
    alerts[id] = nil
    recentResults.removeAll { $0.dump == id }
    if requestedSpectrum == id { requestedSpectrum = nil }
    // With its last dump, the heading of a run is gone, too.
    if case .run(let run) = table.selection, dumps[run: run] == nil { table.selection = nil }
  }

  /// Finds out which rules hold for a dump, and for the one after it, which may be compared with it.
  mutating func judge(_ id: AnalysisRecord.ID) -> [Effect] {
    guard let dump = dumps[id]?.record.dump else { return [] }
    return judgeAlone(id) + (dumps.successor(of: dump).map { judgeAlone($0.id) } ?? [])
  }

  private mutating func judgeAlone(_ id: AnalysisRecord.ID) -> [Effect] {
    guard let record = dumps[id]?.record else { return [] }
    let previous = dumps.predecessor(of: record.dump)?.record
    let holding = alertRules.filter { $0.holds(for: record, after: previous) }
    let before = alerts.updateValue(holding, forKey: id) ?? []
    if holding.isEmpty { alerts[id] = nil }
    let rings = holding.contains { $0.ringsBell && !before.contains($0) }
    return rings && hasCaughtUp ? [.ringBell] : []
  }
}
