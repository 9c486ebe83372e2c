import Foundation
import Spectra

/// What a record has to say beside what its spectrum does (`SpectrumSummary.warnings`). Empty for no warning.
extension AnalysisWarning {
  /// That of a representation of which hardly more than one direction is left.
  static func collapse(of summary: SpectrumSummary, dump: Dump) -> [AnalysisWarning] {
    guard AlertRule.collapse.holds(for: AnalysisRecord(dump: dump, summary: summary), after: nil),
      let ratio = summary.ranks?.participationRatio
    else { return [] }
    let text = String(format: "%.3f", ratio)
    return [AnalysisWarning(.collapsed, "participation ratio \(text): hardly more than one direction is left")]
  }

  /// - Parameter count: rows of one image.
  public static func dependentRows(perItem count: Int) -> [AnalysisWarning] {
    guard count > 1 else { return [] }
    return [
      AnalysisWarning(
        .dependentRows, "samples are tokens, \(count) of each image: not independent, and worth fewer than N images")
    ]
  }

  static func noInterval(
    _ replicates: ReplicateSpectra?, fit: PowerLawFit, _ uncertainty: RecordUncertainty?
  ) -> [AnalysisWarning] {
    guard let replicates, uncertainty?.measures[.alpha] == nil else { return [] }
    guard let short = replicates.spectra.firstIndex(where: { fit.alpha(on: $0) == nil }) else {
      return [AnalysisWarning(.noInterval, "α has no interval: it takes at least two groups of samples")]
    }
    let resolved = replicates.spectra[short].resolvableRank
    return [
      AnalysisWarning(
        .noInterval,
        "α has no interval: without group \(short + 1) of the samples \(resolved) ranks are resolved, not all of \(fit.range)"
      )
    ]
  }

  static func nonPositiveEigenvalues(of spectrum: Eigenspectrum) -> [AnalysisWarning] {
    let count = spectrum.nonPositiveCount
    guard count > 0 else { return [] }
    let values =
      count == 1
      ? "1 value is not positive: its magnitude is" : "\(count) values are not positive: their magnitudes are"
    return [
      AnalysisWarning(
        .nonPositiveEigenvalues, "\(values) fitted, and rank measures count \(count == 1 ? "it" : "them") as 0")
    ]
  }

  /// What the dump itself, not its results, has to say.
  package static func metricsOfLaterCheckpoint(of dump: Dump) -> [AnalysisWarning] {
    func names(_ join: Metric.Join) -> String? {
      let names = dump.metrics.filter { $0.value.join == join }.keys.sorted()
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    let missing = dump.checkpoint.map { "the log has none for \($0)" } ?? "the dump's checkpoint is not known"
    return [
      names(.carried).map { "\($0): the value before, carried, as \(missing)" },
      names(.lastOfRun).map { "\($0): the run's last value, as \(missing)" },
    ].compactMap { $0 }.map { AnalysisWarning(.metricOfLaterCheckpoint, $0) }
  }

  /// That a dump has not been written to its end.
  public static func incomplete(_ record: AnalysisRecord) -> [AnalysisWarning] {
    guard let promised = record.promisedSampleCount, let count = record.shape?.sampleCount,
      let percent = record.percentWritten
    else { return [] }
    return [AnalysisWarning(.incomplete, "\(percent) % written: \(count) of \(promised) rows")]
  }
}
