import Analysis

/// Tells how far an analysis has come, and how fast.
struct ProgressReport {
  private let dump: Dump.ID
  private let report: (EngineUpdate) -> Void
  private let start = ContinuousClock.now

  init(_ dump: Dump.ID, _ report: @escaping (EngineUpdate) -> Void) {
    self.dump = dump
    self.report = report
  }

  /// - Parameters:
  ///   - rows: done so far.
  ///   - first: how many of them were done before it began.
  func callAsFunction(_ rows: Int, after first: Int = 0) {
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    report(.progressed(dump, rows: rows, perSecond: elapsed > 0 ? Double(rows - first) / elapsed : 0))
  }
}
