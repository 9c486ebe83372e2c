import Analysis

/// The numbers that a training run logged: a header and rows with many empty cells.
///
/// Columns of epochs and steps say where a row belongs; every other column is a metric if it holds numbers. Of several
/// values at one place the last counts.
struct MetricLog {
  private var columns: [String: MetricColumn] = [:]

  var isEmpty: Bool { columns.isEmpty }

  /// The names of the metrics.
  var names: Set<String> { Set(columns.keys) }

  /// What a dump at `checkpoint` has of each metric: ``MetricColumn/metric(at:)``.
  func metrics(at checkpoint: Checkpoint?) -> [String: Metric] {
    columns.compactMapValues { $0.metric(at: checkpoint) }
  }

  mutating func record(_ value: Double, in column: String, epoch: Int?, step: Int?) {
    columns[column, default: MetricColumn()].record(value, epoch: epoch, step: step)
  }

  /// Call after the last row.
  mutating func finish() {
    for name in columns.keys { columns[name]?.finish() }
  }
}
