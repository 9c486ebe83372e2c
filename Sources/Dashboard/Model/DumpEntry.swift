import Analysis

/// One dump as the dashboard knows it.
struct DumpEntry: Sendable, Equatable, Identifiable {
  /// How far its analysis has come.
  enum State: Sendable, Equatable {
    case queued
    /// Rows done so far.
    case computing(rows: Int)
    case done
    case failed
  }

  var record: AnalysisRecord
  var state: State

  var id: Dump.ID { record.id }

  /// Share of the rows that are done, in whole percent.
  var percentDone: Int? {
    guard case .computing(let rows) = state, let count = record.shape?.sampleCount, count > 0 else { return nil }
    return min(100, rows * 100 / count)
  }
}
