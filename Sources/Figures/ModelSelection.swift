import Analysis

/// Which records stand for the models of a figure.
public enum ModelSelection: String, Sendable, CaseIterable {
  /// The last checkpoint of every network, per layer.
  case lastCheckpoints
  /// Every checkpoint. What was logged for the run as a whole says nothing about these and does not count.
  case allCheckpoints
  /// The last checkpoints, those that differ by their seed only joined to their mean.
  case joinedSeeds

  /// In words: `last checkpoints`.
  public var title: String {
    switch self {
    case .lastCheckpoints: "last checkpoints"
    case .allCheckpoints: "all checkpoints"
    case .joinedSeeds: "last checkpoints, seeds joined"
    }
  }
}

extension [AnalysisRecord] {
  /// The records of the models, in their order; of a network the one farthest in training that `isMeasured`. One without a checkpoint
  /// stands for its network only where none with a checkpoint can: a test set that lies beside the checkpoints is no model.
  func models(_ selection: ModelSelection, where isMeasured: (AnalysisRecord) -> Bool) -> [AnalysisRecord] {
    let places = placesOfNetworks(where: isMeasured)
    let isShown = { (record: AnalysisRecord) in
      isMeasured(record) && places[record.dump.networkID].map { $0.stands(for: record.dump) } ?? true
    }
    return selection == .allCheckpoints ? filter(isShown) : lastCheckpoints(where: isShown)
  }

  /// Which dumps of networks stand for them, of those that have others beside: without a checkpoint, or of several splits.
  private func placesOfNetworks(where isMeasured: (AnalysisRecord) -> Bool) -> [NetworkID: NetworkPlaces] {
    guard contains(where: { $0.dump.checkpoint == nil || $0.dump.model.split != nil }) else { return [:] }
    var places: [NetworkID: NetworkPlaces] = [:]
    for record in self where isMeasured(record) {
      places[record.dump.networkID, default: NetworkPlaces()].note(record.dump)
    }
    return places
  }

  private func lastCheckpoints(where isMeasured: (AnalysisRecord) -> Bool) -> [AnalysisRecord] {
    var places: [NetworkID: Int] = [:]
    var last: [Int] = []
    var current: (key: NetworkID, place: Int)?
    var ties: [(place: Int, index: Int)] = []
    let none = Checkpoint()
    withUnsafeBufferPointer { records in
      for index in records.indices where isMeasured(records[index]) {
        let key = records[index].dump.networkID
        // Those of a model mostly follow one another.
        let place = current.flatMap { $0.key == key ? $0.place : nil } ?? places[key] ?? last.count
        if place == last.count {
          places[key] = place
          last.append(index)
        } else {
          let (old, new) = (records[last[place]].dump.checkpoint ?? none, records[index].dump.checkpoint ?? none)
          if old < new { last[place] = index }
          if old == new { ties.append((place, index)) }
        }
        current = (key, place)
      }
    }
    decide(ties, in: &last)
    return last.sorted().map { self[$0] }
  }

  /// Of two at the same moment, the one of the shape that most records have stands for the model, else the later.
  private func decide(_ ties: [(place: Int, index: Int)], in last: inout [Int]) {
    guard !ties.isEmpty else { return }
    let usual = commonestShape
    for (place, index) in ties where self[last[place]].dump.checkpoint == self[index].dump.checkpoint {
      let (old, new) = (KindComparison.MatchedShape(self[last[place]]), KindComparison.MatchedShape(self[index]))
      if new == usual || old != usual { last[place] = index }
    }
  }
}

extension Quantity {
  /// Its value, as far as it belongs to this record and not to the end of its run.
  func value(of record: AnalysisRecord, in selection: ModelSelection) -> Double? {
    if selection == .allCheckpoints {
      let metric = name == "accuracy" ? record.accuracy?.name ?? name : name
      if record.dump.metrics[metric]?.join == .lastOfRun { return nil }
    }
    return value(of: record)
  }
}
