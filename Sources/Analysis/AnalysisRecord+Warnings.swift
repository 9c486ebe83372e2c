public import Spectra

extension AnalysisRecord {
  /// The record of a dump that has been analysed, with everything that its reader has to know.
  public init(dump: Dump, shape: FeatureShape, summary: SpectrumSummary, fitRange: FitRange) {
    self.init(
      dump: dump, shape: shape, summary: summary,
      warnings: summary.warnings(fitRange: fitRange) + Self.warnings(aboutMetricsOf: dump))
  }

  /// The same record with α over other ranks of its spectrum.
  public func fitted(to spectrum: Eigenspectrum, over fitRange: FitRange) -> AnalysisRecord {
    guard let shape, let summary else { return self }
    let refitted = SpectrumSummary(spectrum, fitRange: fitRange, nonFiniteRows: summary.nonFiniteRows)
    return AnalysisRecord(dump: dump, shape: shape, summary: refitted, fitRange: fitRange)
  }

  private static func warnings(aboutMetricsOf dump: Dump) -> [AnalysisWarning] {
    let names = dump.metrics.filter { $0.value.join == .lastOfRun }.keys.sorted()
    guard !names.isEmpty else { return [] }
    let reason = dump.checkpoint.map { "the log has none for \($0)" } ?? "the dump's checkpoint is not known"
    return [
      AnalysisWarning(.metricOfLaterCheckpoint, "\(names.joined(separator: ", ")): the run's last value, as \(reason)")
    ]
  }
}
