public import Analysis
import Goldilocks
import Naming

/// A model as figures and commands count it: one record, or, where seeds are joined, those of runs that differ by nothing else.
public struct SweepModel: Sendable, Equatable {
  /// Which of its records stands for it.
  public let representative: AnalysisRecord
  /// All of them.
  public let records: [AnalysisRecord]
  private let selection: ModelSelection

  init(_ first: AnalysisRecord, _ others: some Sequence<AnalysisRecord>, selection: ModelSelection) {
    representative = first
    records = [first] + others
    self.selection = selection
  }

  /// The mean over those of its records that have it; nil where none has.
  public func value(of quantity: Quantity) -> Double? {
    guard records.count > 1 else { return quantity.value(of: representative, in: selection) }
    return summary(of: quantity)?.mean
  }

  /// The 95 % interval of a single record's measure, or of an accuracy that was measured here; of joined ones the mean ± one standard deviation.
  public func interval(of quantity: Quantity) -> ClosedRange<Double>? {
    guard records.count > 1 else {
      let metric = quantity.name == "accuracy" ? representative.accuracy?.name ?? "" : quantity.name
      return Measure(rawValue: quantity.name).flatMap { representative.uncertainty?.measures[$0]?.interval }
        ?? representative.dump.metrics[metric]?.interval
    }
    return summary(of: quantity).flatMap { group in
      group.standardDeviation.map { group.mean - $0...group.mean + $0 }
    }
  }

  private func summary(of quantity: Quantity) -> GroupSummary? {
    GroupSummary(records.compactMap { quantity.value(of: $0, in: selection) })
  }
}

extension [AnalysisRecord] {
  /// What networks that differ by their seed have in common.
  private struct Setting: Hashable {
    var network: SeedlessNetwork
    /// α of other N and D is another quantity, of which there is no mean.
    var shape: KindComparison.MatchedShape
  }

  /// The models, in the order of their first records; of a network, the record farthest in training that has all of these.
  public func sweepModels(_ selection: ModelSelection, having quantities: [Quantity]) -> [SweepModel] {
    let models = models(selection) { record in
      quantities.allSatisfy { $0.value(of: record, in: selection) != nil }
    }
    guard selection == .joinedSeeds else { return models.map { SweepModel($0, [], selection: selection) } }
    let members = models.map { record in
      SeedJoin.Member(
        key: Setting(network: record.dump.withoutSeed, shape: KindComparison.MatchedShape(record)),
        noise: record.dump.model.noise, seed: record.dump.seed)
    }
    return SeedJoin.groups(members).map { members in
      SweepModel(models[members[0]], members.dropFirst().map { models[$0] }, selection: selection)
    }
  }
}
