import Foundation
import Spectra

/// What a record has to say beside what its spectrum does (`SpectrumSummary.warnings`). Empty for no warning.
extension AnalysisWarning {
  /// Rows per fitted rank, and per rank that the variance beyond them is worth, below which α is likely to be off.
  ///
  /// To first order, ln λₖ of a sample is off by (Σ_{i>k} λᵢ/λₖ − k)/N: the variance of the tail lifts the last fitted
  /// eigenvalues, the ranks before push them down. With 5 rows for each, α of real features (D = 256, ranks 11…100) is
  /// within 0.02 of its value at N = 10,000, and α of normal ones (N = 512 and 1,024, true α = 1) within 0.06 of the
  /// truth.
  static let samplesPerRank = 5

  /// More standard errors than this between half of the rows and all of them, and α has not settled.
  private static let settledErrors = 2.0

  static func fewSamples(
    _ count: Int, spectrum: Eigenspectrum, fit: PowerLawFit, _ uncertainty: RecordUncertainty?
  ) -> [AnalysisWarning] {
    let last = fit.range.last
    let tails = BenignEffectiveRanks(spectrum)?.stableRanks ?? []
    var reasons: [String] = []
    if count < samplesPerRank * last {
      reasons.append("fewer than \(samplesPerRank) times the last fitted rank (\(last))")
    } else if last < tails.count, Double(count) < Double(samplesPerRank) * tails[last] {
      let tail = Int(tails[last].rounded())
      reasons.append("fewer than \(samplesPerRank) times the effective rank beyond rank \(last) (\(tail))")
    }
    if let error = uncertainty?.measures[.alpha]?.standardError,
      let half = uncertainty?.alphaBySampleCount.filter({ $0.alpha != nil && $0.sampleCount < count })
        .min(by: { abs(2 * $0.sampleCount - count) < abs(2 * $1.sampleCount - count) }),
      let alpha = half.alpha, abs(alpha - fit.alpha) > settledErrors * error
    {
      reasons.append("over \(half.sampleCount) of them it is \(String(format: "%.3f", alpha))")
    }
    guard !reasons.isEmpty else { return [] }
    return [AnalysisWarning(.fewSamples, "α can be off with \(count) samples: \(reasons.joined(separator: "; "))")]
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
    let names = dump.metrics.filter { $0.value.join == .lastOfRun }.keys.sorted()
    guard !names.isEmpty else { return [] }
    let reason = dump.checkpoint.map { "the log has none for \($0)" } ?? "the dump's checkpoint is not known"
    return [
      AnalysisWarning(.metricOfLaterCheckpoint, "\(names.joined(separator: ", ")): the run's last value, as \(reason)")
    ]
  }

  /// That a dump has not been written to its end.
  public static func incomplete(_ record: AnalysisRecord) -> [AnalysisWarning] {
    guard let promised = record.promisedSampleCount, let count = record.shape?.sampleCount,
      let percent = record.percentWritten
    else { return [] }
    return [AnalysisWarning(.incomplete, "\(percent) % written: \(count) of \(promised) rows")]
  }
}
