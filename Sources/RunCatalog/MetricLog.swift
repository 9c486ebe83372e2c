import Analysis

/// The numbers that a training run logged: Lightning's `metrics.csv`, a header and rows with many empty cells.
///
/// The columns `epoch` and `step` say where a row belongs; every other column is a metric if it holds numbers. Of
/// several values at one place the last counts.
struct MetricLog {
  private struct Column {
    var atEpoch: [Int: Double] = [:]
    var atStep: [Int: Double] = [:]
    var last: Double
  }

  private var columns: [String: Column] = [:]

  /// The names of the metrics.
  var names: Set<String> { Set(columns.keys) }

  /// What `metrics` joins to a dump at `checkpoint`: for each metric the value at its step, else the one at its epoch,
  /// else the run's last.
  func metrics(at checkpoint: Checkpoint?) -> [String: Metric] {
    columns.mapValues { column in
      let value =
        checkpoint?.step.flatMap { column.atStep[$0] } ?? checkpoint?.epoch.flatMap { column.atEpoch[$0] }
      return value.map { Metric(value: $0, join: .checkpoint) } ?? Metric(value: column.last, join: .lastOfRun)
    }
  }

  mutating func record(_ value: Double, in column: String, epoch: Int?, step: Int?) {
    columns[column, default: Column(last: value)].last = value
    if let epoch { columns[column]?.atEpoch[epoch] = value }
    if let step { columns[column]?.atStep[step] = value }
  }
}
