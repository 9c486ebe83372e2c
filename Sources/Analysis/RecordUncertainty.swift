public import Spectra

/// How far the numbers of a record are to be trusted, from the spectra of parts of its rows.
public struct RecordUncertainty: Sendable, Equatable {
  /// α over a part of a dump's rows, nil where they do not resolve the fitted ranks.
  public struct AlphaAtSampleCount: Sendable, Equatable {
    public let sampleCount: Int
    public let alpha: Double?
  }

  public let method: ReplicateSpectra.Method
  /// G, the number of groups of rows.
  public let groupCount: Int
  /// What has an interval: α unless a replicate does not resolve its ranks, and the rank measures.
  public let measures: [Measure: Uncertainty]
  /// Ascending in N, over the same ranks by the same estimator; empty without nested spectra.
  public let alphaBySampleCount: [AlphaAtSampleCount]

  /// Nil without replicates.
  ///
  /// - Parameter fit: of the full spectrum; every replicate is fitted over exactly its ranks.
  public init?(_ spectra: DumpSpectra, fit: PowerLawFit?) {
    guard let replicates = spectra.replicates else { return nil }
    var measures: [Measure: Uncertainty] = [:]
    if let fit {
      measures[.alpha] = Self.uncertainty(of: fit.alpha, replicates: replicates.spectra.map(fit.alpha(on:)))
    }
    let ranks = RankMeasures(spectra.spectrum)
    let ranksOfReplicates = replicates.spectra.map { RankMeasures($0) }
    for measure in Measure.allCases where measure != .alpha {
      measures[measure] = Self.uncertainty(
        of: ranks?.value(of: measure), replicates: ranksOfReplicates.map { $0?.value(of: measure) })
    }
    self.measures = measures
    method = replicates.method
    groupCount = replicates.spectra.count
    alphaBySampleCount =
      spectra.nested.map { nested in
        zip(nested.sampleCounts, nested.spectra).map { count, spectrum in
          AlphaAtSampleCount(sampleCount: count, alpha: fit?.alpha(on: spectrum))
        }
      } ?? []
  }

  /// Nil where the estimate or one of the replicates is missing.
  private static func uncertainty(of estimate: Double?, replicates: [Double?]) -> Uncertainty? {
    let known = replicates.compactMap { $0 }
    guard let estimate, known.count == replicates.count else { return nil }
    return Uncertainty(estimate: estimate, replicates: known)
  }
}
