import Foundation
import Spectra

/// Whether there are rows enough for what is fitted. α of few rows is not that of many, by more than its interval.
extension AnalysisWarning {
  /// Rows per fitted rank, and per rank that the variance beyond them is worth, below which α is likely to be off.
  ///
  /// To first order, ln λₖ of a sample is off by (Σ_{i>k} λᵢ/λₖ − k)/N: the variance of the tail lifts the last fitted
  /// eigenvalues, the ranks before push them down. With 20 rows for each, α of normal features over ranks 11…100 (D = 256,
  /// true α = 0.5, 1, 1.5, 2; D = 2,048, true α = 1) is within 0.02 of the truth; with 5, it is up to 0.14 off.
  static let samplesPerRank = 20

  /// More standard errors than this between half of the rows and all of them, and α has not settled.
  private static let settledErrors = 2.0

  /// - Parameter count: rows that entered.
  static func fewSamples(
    _ count: Int, spectrum: Eigenspectrum, fit: PowerLawFit, _ uncertainty: RecordUncertainty?
  ) -> [AnalysisWarning] {
    let last = fit.range.last
    let tails = BenignEffectiveRanks(spectrum)?.stableRanks ?? []
    var reasons: [String] = []
    if count < samplesPerRank * last {
      // Down, so that what is too little does not look like enough.
      let ratio = (10 * Double(count) / Double(last)).rounded(.down) / 10
      let text = ratio == ratio.rounded() ? "\(Int(ratio))" : "\(ratio)"
      reasons.append("\(count) rows for ranks up to \(last) are \(text) for each where \(samplesPerRank) are wanted")
    } else if last < tails.count, Double(count) < Double(samplesPerRank) * tails[last] {
      let tail = Int(tails[last].rounded())
      reasons.append("\(count) rows are fewer than \(samplesPerRank) times the effective rank beyond \(last) (\(tail))")
    }
    if let half = change(of: fit.alpha, from: count, uncertainty), !reasons.isEmpty || !half.isSettled {
      reasons.append(half.text)
    }
    guard !reasons.isEmpty else { return [] }
    return [AnalysisWarning(.fewSamples, "α moves with N: \(reasons.joined(separator: "; "))")]
  }

  /// What α was over about half of the rows; nil where nobody has computed that.
  private static func change(
    of alpha: Double, from count: Int, _ uncertainty: RecordUncertainty?
  ) -> (text: String, isSettled: Bool)? {
    guard let error = uncertainty?.measures[.alpha]?.standardError,
      let half = uncertainty?.alphaBySampleCount.filter({ $0.alpha != nil && $0.sampleCount < count })
        .min(by: { abs(2 * $0.sampleCount - count) < abs(2 * $1.sampleCount - count) }),
      let before = half.alpha
    else { return nil }
    let change = String(format: "%.3f", abs(before - alpha))
    let text = String(format: "over \(half.sampleCount) rows it is %.3f, ", before)
    return (
      "\(text)\(change) \(before < alpha ? "less" : "more") than over all \(count)",
      abs(before - alpha) <= settledErrors * error
    )
  }
}

extension AnalysisRecord {
  /// Whether α is likely to be that of so few rows.
  public var hasFewSamples: Bool { warnings.contains { $0.code == .fewSamples } }

  /// Whether there is something to know about the numbers themselves. That α is still moving with N is no news of one
  /// dump: it mostly holds for all, and is said once.
  public var needsAttention: Bool {
    failure != nil || warnings.contains { $0.code != .metricOfLaterCheckpoint && $0.code != .fewSamples }
  }

  /// That rows are few, said once for all of these dumps, with what is wrong with the least of them.
  public static func fewSamples(in records: [AnalysisRecord]) -> [AnalysisWarning] {
    let few = records.filter(\.hasFewSamples)
    guard let least = few.min(by: { $0.samplesPerRank < $1.samplesPerRank }),
      let warning = least.warnings.first(where: { $0.code == .fewSamples })
    else { return [] }
    guard records.count > 1 else { return [warning] }
    let fitted = records.count { $0.alpha != nil }
    return [
      AnalysisWarning(
        .fewSamples, "few rows in \(few.count) of \(fitted) dumps, fewest in \(least.dump.id): \(warning.message)")
    ]
  }

  private var samplesPerRank: Double {
    guard let count = usedSampleCount, let last = summary?.fit?.range.last else { return .infinity }
    return Double(count) / Double(last)
  }
}
