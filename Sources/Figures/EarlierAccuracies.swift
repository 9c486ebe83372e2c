public import Analysis
import Goldilocks

extension [AnalysisRecord] {
  /// Accuracies of models at the checkpoints before their own that at least three in four of them have: what successive halving would probe.
  ///
  /// Only what was logged at a checkpoint counts. A list for each checkpoint, in the order of training, of a number for each model; of
  /// joined seeds their mean; nil for a model that lacks it. Empty where there is no such checkpoint.
  public func earlierValues(of quantity: Quantity, for models: [SweepModel]) -> [[Double?]] {
    let byNetwork = Dictionary(grouping: self) { $0.dump.networkID }
    let histories = models.map { model in
      var values: [Checkpoint: [Double]] = [:]
      for last in model.records {
        for record in byNetwork[last.dump.networkID] ?? []
        where record.dump.model.split == last.dump.model.split {
          guard let checkpoint = record.dump.checkpoint, let end = last.dump.checkpoint, checkpoint < end,
            let value = quantity.value(of: record, in: .allCheckpoints), value.isFinite
          else { continue }
          values[checkpoint, default: []].append(value)
        }
      }
      return values.compactMapValues { $0.count == model.records.count ? GroupSummary($0)?.mean : nil }
    }
    let counts = Dictionary(histories.lazy.flatMap(\.keys).map { ($0, 1) }, uniquingKeysWith: +)
    let common = counts.filter { 4 * $0.value >= 3 * models.count }.keys.sorted()
    return common.map { checkpoint in histories.map { $0[checkpoint] } }
  }
}
