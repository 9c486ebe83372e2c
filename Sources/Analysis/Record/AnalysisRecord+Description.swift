extension AnalysisRecord {
  /// The same results of a dump whose surroundings say something else about it.
  public func described(as dump: Dump) -> AnalysisRecord {
    var record = self
    record.dump = dump
    record.warnings.removeAll { $0.code == .metricOfLaterCheckpoint }
    if summary != nil { record.warnings += AnalysisWarning.metricsOfLaterCheckpoint(of: dump) }
    return record
  }
}
