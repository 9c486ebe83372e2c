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
  }

  /// The records of the models, in their order; of a run and layer the one farthest in training that `isMeasured`.
  func models(_ selection: ModelSelection, where isMeasured: (AnalysisRecord) -> Bool) -> [AnalysisRecord] {
    let measured = filter(isMeasured)
    guard selection != .allCheckpoints else { return measured }
    var last: [ModelKey: Int] = [:]
    let none = Checkpoint()
    for (index, record) in measured.enumerated() {
      let key = ModelKey(run: record.dump.runID, layer: record.dump.layer)
      guard let other = last[key] else {
        last[key] = index
        continue
      }
      if measured[other].dump.checkpoint ?? none <= record.dump.checkpoint ?? none { last[key] = index }
    }
    return last.values.sorted().map { measured[$0] }
  }
}

extension AnalysisRecord {
  /// A quantity, as far as it belongs to this record and not to the end of its run.
  func quantity(named name: String, of selection: ModelSelection) -> Double? {
    let metric = name == "accuracy" ? accuracy?.name ?? name : name
    if selection == .allCheckpoints, dump.metrics[metric]?.join == .lastOfRun { return nil }
    return quantity(named: name)
  }
}
