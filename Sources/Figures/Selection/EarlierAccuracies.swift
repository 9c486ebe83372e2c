public import Analysis
import Goldilocks

extension [AnalysisRecord] {
  /// Accuracies of models at the checkpoints before their own that at least three in four of them have: what successive halving would probe.
  ///
  /// Only what was logged at a checkpoint counts. A list for each checkpoint, in the order of training, of a number for each model; of
  /// joined seeds their mean; nil for a model that lacks it. Empty where there is no such checkpoint.
  public func earlierValues(of quantity: Quantity, for models: [SweepModel]) -> [[Double?]] {
    let byRun = Dictionary(grouping: self) { RunLayer(run: $0.dump.runID, layer: $0.dump.layer) }
    let histories = models.map { model in
      var values: [Checkpoint: [Double]] = [:]
      for last in model.records {
        for record in byRun[RunLayer(run: last.dump.runID, layer: last.dump.layer)] ?? [] {
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

  private struct RunLayer: Hashable {
    var run: RunID
    var layer: String?
  }
}
