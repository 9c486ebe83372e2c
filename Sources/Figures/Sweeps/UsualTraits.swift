public import Analysis

/// What at least three in four of some records have in common, so that one that is unlike them does not stand for them.
public struct UsualTraits: Sendable, Equatable {
  private let shape: KindComparison.MatchedShape?
  private let haveCheckpoints, haveLayers, haveHyperparameters: Bool

  public init(of records: [AnalysisRecord]) {
    func areMost(_ holds: (AnalysisRecord) -> Bool) -> Bool { 4 * records.count(where: holds) >= 3 * records.count }
    let commonest = records.commonestShape
    shape = areMost { KindComparison.MatchedShape($0) == commonest } ? commonest : nil
    haveCheckpoints = areMost { $0.dump.checkpoint != nil }
    haveLayers = areMost { $0.dump.layer != nil }
    haveHyperparameters = areMost { !$0.dump.hyperparameters.isEmpty }
  }

  /// Whether a record lacks none of it. Its shape is that of most, if most have one.
  public func describe(_ record: AnalysisRecord) -> Bool {
    (shape == nil || KindComparison.MatchedShape(record) == shape)
      && (!haveCheckpoints || record.dump.checkpoint != nil)
      && (!haveLayers || record.dump.layer != nil) && (!haveHyperparameters || !record.dump.hyperparameters.isEmpty)
  }
}
