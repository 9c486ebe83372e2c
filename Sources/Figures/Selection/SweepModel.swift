public import Analysis
import Goldilocks
internal import Naming

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
  /// What runs that differ by their seed have in common.
  private struct Setting: Hashable {
    var hyperparameters: [String: HyperparameterValue]
    var layer: String?
    var split: DataSplit?
    /// What names say but for the seed. Directories that were opened are never joined.
    var family: RunID
    /// α of other N and D is another quantity, of which there is no mean.
    var shape: KindComparison.MatchedShape

    init(_ record: AnalysisRecord) {
      let dump = record.dump
      hyperparameters = dump.hyperparameters.filter { !SettingName.isSeed($0.key) }.mapValues(\.comparable)
      layer = dump.layer
      split = dump.split
      family = RunID(root: dump.root, name: dump.model.family ?? "")
      shape = KindComparison.MatchedShape(record)
    }
  }

  /// The models, in the order of their first records; of a run and layer, the record farthest in training that has all of these.
  public func sweepModels(_ selection: ModelSelection, having quantities: [Quantity]) -> [SweepModel] {
    let models = models(selection) { record in
      quantities.allSatisfy { $0.value(of: record, in: selection) != nil }
    }
    guard selection == .joinedSeeds else { return models.map { SweepModel($0, [], selection: selection) } }
    let members = models.map { record in
      SeedJoin.Member(key: Setting(record), noise: record.dump.model.noise, seed: record.dump.seed)
    }
    return SeedJoin.groups(members).map { group in
      SweepModel(models[group[0]], group.dropFirst().map { models[$0] }, selection: selection)
    }
  }
}

extension HyperparameterValue {
  /// The value without the seeds and dates in it, which are those of a run.
  fileprivate var comparable: HyperparameterValue {
    guard case .text(let text) = self, text.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      return self
    }
    return .text(SettingName.comparable(text))
  }
}
