import Analysis

/// One metric of a log, by epoch and by step.
struct MetricColumn {
  private struct Row {
    var value: Double
    var epoch: Int?
    var step: Int?
  }

  private var atEpoch: [Int: Row] = [:]
  private var atStep: [Int: Row] = [:]
  private var last: Row?
  /// The keys of both, in order.
  private var epochs: [Int] = []
  private var steps: [Int] = []

  mutating func record(_ value: Double, epoch: Int?, step: Int?) {
    let row = Row(value: value, epoch: epoch, step: step)
    last = row
    if let epoch { atEpoch[epoch] = row }
    if let step { atStep[step] = row }
  }

  mutating func finish() { (epochs, steps) = (atEpoch.keys.sorted(), atStep.keys.sorted()) }

  /// The value that was meant for a dump at `checkpoint`.
  ///
  /// - The one logged at its step, or one step before: a file named after `step=60` is written behind row 59, by loggers that
  ///   count from 0. A row of another epoch is not meant: with two optimisers a trainer counts steps twice in names.
  /// - Else the last of its epoch up to its step.
  /// - Else the last one before it, which is carried. One that was logged later never counts.
  /// - The run's last where nothing says when the dump, or the value, was.
  ///
  /// Nil where that is not finite: it stands for the dump, and no other does.
  func metric(at checkpoint: Checkpoint?) -> Metric? { value(at: checkpoint).flatMap { $0.value.isFinite ? $0 : nil } }

  private func value(at checkpoint: Checkpoint?) -> Metric? {
    guard let last else { return nil }
    let (epoch, step) = (checkpoint?.epoch, checkpoint?.step)
    if let step, !steps.isEmpty, let found = metric(atStep: step, epoch: epoch) { return found }
    if let epoch, !epochs.isEmpty {
      if let row = atEpoch[epoch] { return Metric(value: row.value, join: .checkpoint) }
      return Self.last(of: epochs, through: epoch).flatMap { atEpoch[$0] }.map {
        Metric(value: $0.value, join: .carried)
      }
    }
    if step != nil, !steps.isEmpty { return nil }
    return Metric(value: last.value, join: .lastOfRun)
  }

  private func metric(atStep step: Int, epoch: Int?) -> Metric? {
    for place in [step, step - 1] {
      if let row = atStep[place], row.epoch == nil || epoch == nil || row.epoch == epoch {
        return Metric(value: row.value, join: .checkpoint)
      }
    }
    guard let row = Self.last(of: steps, through: step).flatMap({ atStep[$0] }) else { return nil }
    guard let epoch, let rowEpoch = row.epoch else { return Metric(value: row.value, join: .carried) }
    if rowEpoch == epoch {
      return Metric(value: row.value, join: atEpoch[epoch]?.step == row.step ? .checkpoint : .carried)
    }
    // Steps of another count: the epoch decides.
    guard rowEpoch < epoch, atEpoch[epoch]?.step != nil else { return nil }
    return Metric(value: row.value, join: .carried)
  }

  /// The greatest of sorted numbers that is not greater than `limit`.
  private static func last(of numbers: [Int], through limit: Int) -> Int? {
    let next = numbers.bisectedIndex(where: { $0 > limit })
    return next == 0 ? nil : numbers[next - 1]
  }
}
