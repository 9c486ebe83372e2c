/// Which rules hold for which dumps, kept up to date from what the engine says.
public struct AlertJournal: Sendable, Equatable {
  /// A rule that has begun to hold for a dump.
  public struct Alert: Sendable, Hashable {
    public let dump: Dump.ID
    public let rule: AlertRule
  }

  /// Dumps that follow one another: those of a layer of a run.
  private struct Series: Hashable {
    let run: RunID
    let layer: String?
  }

  /// A dump's among those of its series; of the same checkpoint, by name.
  private struct Place: Comparable {
    let checkpoint: Checkpoint
    let dump: Dump.ID

    static func < (a: Place, b: Place) -> Bool {
      a.checkpoint == b.checkpoint ? a.dump < b.dump : a.checkpoint < b.checkpoint
    }
  }

  private let rules: [AlertRule]
  private var records: [Dump.ID: AnalysisRecord] = [:]
  /// Ascending. A dump without a checkpoint has no place.
  private var series: [Series: [Place]] = [:]
  private var holding: [Dump.ID: [AlertRule]] = [:]

  public init(rules: [AlertRule]) { self.rules = rules }

  /// The rules that hold for a dump; nil where none does.
  public subscript(dump: Dump.ID) -> [AlertRule]? { holding[dump] }

  /// Takes in what the engine says.
  ///
  /// - Returns: what has begun to hold by it, for the dump that it is about and for those that are compared with it.
  public mutating func take(_ update: EngineUpdate) -> [Alert] {
    switch update {
    case .finished(let record), .refitted(let record), .refined(let record): put(record)
    case .described(let dump): records[dump.id].map { put($0.described(as: dump)) } ?? []
    case .vanished(let id): forget(id)
    case .queued, .progressed, .previewed, .probing, .probed, .run, .watching, .problem, .discovered, .idle: []
    }
  }

  private mutating func put(_ record: AnalysisRecord) -> [Alert] {
    let (old, new) = (records.updateValue(record, forKey: record.id)?.dump, record.dump)
    var affected = [new.id]
    if let old, old.runID != new.runID || old.layer != new.layer || old.checkpoint != new.checkpoint {
      affected += followers(of: old)
      leave(old)
    }
    enter(new)
    affected += followers(of: new)
    return affected.flatMap { judge($0) }
  }

  private mutating func forget(_ id: Dump.ID) -> [Alert] {
    holding[id] = nil
    guard let dump = records.removeValue(forKey: id)?.dump else { return [] }
    let affected = followers(of: dump)
    leave(dump)
    return affected.flatMap { judge($0) }
  }

  private mutating func judge(_ id: Dump.ID) -> [Alert] {
    guard let record = records[id] else { return [] }
    let previous = predecessor(of: record.dump).flatMap { records[$0] }
    let now = rules.filter { $0.holds(for: record, after: previous) }
    let before = holding[id] ?? []
    holding[id] = now.isEmpty ? nil : now
    return now.filter { !before.contains($0) }.map { Alert(dump: id, rule: $0) }
  }
}

// MARK: - What comes before and after

extension AlertJournal {
  /// One of the last checkpoint before a dump's own.
  private func predecessor(of dump: Dump) -> Dump.ID? {
    guard let checkpoint = dump.checkpoint, let places = series[Series(run: dump.runID, layer: dump.layer)] else {
      return nil
    }
    let own = places.bisectedIndex(where: { $0.checkpoint >= checkpoint })
    return own > 0 ? places[own - 1].dump : nil
  }

  /// Those of the next checkpoint after a dump's own.
  private func followers(of dump: Dump) -> [Dump.ID] {
    guard let checkpoint = dump.checkpoint, let places = series[Series(run: dump.runID, layer: dump.layer)] else {
      return []
    }
    let next = places[places.bisectedIndex(where: { $0.checkpoint > checkpoint })...]
    return next.prefix { $0.checkpoint == next.first?.checkpoint }.map(\.dump)
  }

  private mutating func enter(_ dump: Dump) {
    guard let checkpoint = dump.checkpoint else { return }
    let place = Place(checkpoint: checkpoint, dump: dump.id)
    var places = series.removeValue(forKey: Series(run: dump.runID, layer: dump.layer)) ?? []
    let index = places.bisectedIndex(where: { $0 >= place })
    if index == places.count || places[index] != place { places.insert(place, at: index) }
    series[Series(run: dump.runID, layer: dump.layer)] = places
  }

  private mutating func leave(_ dump: Dump) {
    let key = Series(run: dump.runID, layer: dump.layer)
    series[key]?.removeAll { $0.dump == dump.id }
    if series[key]?.isEmpty == true { series[key] = nil }
  }
}
