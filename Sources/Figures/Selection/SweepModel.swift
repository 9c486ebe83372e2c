public import Analysis
import Goldilocks

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
  /// What runs that differ by their seed have in common; one without a seed has nothing in common with others.
  private struct Setting: Hashable {
    var hyperparameters: [String: HyperparameterValue]
    var layer: String?
    var split: DataSplit?
    /// What names say but for the seed. Directories that were opened are never joined.
    var family: RunID
    /// α of other N and D is another quantity, of which there is no mean.
    var shape: KindComparison.MatchedShape
    var seedlessRun: RunID?
  }

  /// The models, in the order of their first records; of a run and layer, the record farthest in training that has all of these.
  public func sweepModels(_ selection: ModelSelection, having quantities: [Quantity]) -> [SweepModel] {
    let models = models(selection) { record in
      quantities.allSatisfy { $0.value(of: record, in: selection) != nil }
    }
    guard selection == .joinedSeeds else { return models.map { SweepModel($0, [], selection: selection) } }
    let groups = Dictionary(grouping: models.indices) { index in
      let dump = models[index].dump
      return Setting(
        hyperparameters: dump.hyperparameters, layer: dump.layer, split: dump.split,
        family: RunID(root: dump.root, name: dump.model.family ?? ""), shape: KindComparison.MatchedShape(models[index]),
        seedlessRun: dump.seed == nil ? dump.runID : nil)
    }
    return groups.values.sorted { $0[0] < $1[0] }.map { members in
      SweepModel(models[members[0]], members.dropFirst().map { models[$0] }, selection: selection)
    }
  }
}
