import Analysis

/// One dump as the dashboard knows it.
struct DumpEntry: Sendable, Equatable, Identifiable {
  /// How far its analysis has come.
  enum State: Sendable, Equatable {
    case queued
    /// Rows done so far, and how many are done in a second.
    case computing(rows: Int, perSecond: Double)
    case done
    case failed
  }

  var record: AnalysisRecord
  var state: State
  /// Whether the filter leaves it out.
  var isHidden = false

  var id: Dump.ID { record.id }

  /// Whether it has numbers, and newer ones are on their way.
  var isBeingRenewed: Bool {
    switch state {
    case .queued, .computing: record.summary != nil && !record.isPreview
    case .done, .failed: false
    }
  }

  /// Share of the rows that are done, in whole percent.
  var percentDone: Int? {
    guard case .computing(let rows, _) = state, let count = record.shape?.sampleCount, count > 0 else { return nil }
    return min(100, rows * 100 / count)
  }
}
