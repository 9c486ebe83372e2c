import Analysis

/// Which records stand for the models of a figure.
public enum ModelSelection: String, Sendable, CaseIterable {
  /// The last checkpoint of every run, per layer.
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
  /// What tells the models of a run apart.
  private struct ModelKey: Hashable {
    var run: RunID
    var layer: String?
    var split: DataSplit?

    /// Whatever its split.
    init(_ dump: Dump) { (run, layer) = (dump.runID, dump.layer) }

    init(_ dump: Dump, split: DataSplit?) {
      self.init(dump)
      self.split = split
    }
  }

  /// The records of the models, in their order; of a run and layer the one farthest in training that `isMeasured`. One without a checkpoint
  /// stands for its run only where none with a checkpoint can: views that lie beside the checkpoints are no model. Of the splits of a model the
  /// held-out ones stand for it.
  func models(_ selection: ModelSelection, where isMeasured: (AnalysisRecord) -> Bool) -> [AnalysisRecord] {
    let models = selection == .allCheckpoints ? filter(isMeasured) : lastCheckpoints(where: isMeasured)
    guard models.contains(where: { $0.dump.checkpoint == nil || $0.dump.split == .train }) else { return models }
    let trained = Set(models.lazy.filter { $0.dump.checkpoint != nil }.map(\.dump.runID))
    let heldOut = Set(models.lazy.filter { $0.dump.split?.isHeldOut == true }.map { ModelKey($0.dump) })
    return models.filter { record in
      let directory = RunID(root: record.dump.root, name: record.dump.model.directory)
      let isBeside = record.dump.checkpoint == nil && [record.dump.runID, directory].contains(where: trained.contains)
      return !isBeside && (record.dump.split != .train || !heldOut.contains(ModelKey(record.dump)))
    }
  }

  private func lastCheckpoints(where isMeasured: (AnalysisRecord) -> Bool) -> [AnalysisRecord] {
    var places: [ModelKey: Int] = [:]
    var last: [Int] = []
    var current: (key: ModelKey, place: Int)?
    var ties: [(place: Int, index: Int)] = []
    let none = Checkpoint()
    withUnsafeBufferPointer { records in
      for index in records.indices where isMeasured(records[index]) {
        let key = ModelKey(records[index].dump, split: records[index].dump.split)
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
