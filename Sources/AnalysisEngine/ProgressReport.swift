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

  /// - Parameter rows: done so far.
  func callAsFunction(_ rows: Int) {
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    report(.progressed(dump, rows: rows, perSecond: elapsed > 0 ? Double(rows) / elapsed : 0))
  }
}
