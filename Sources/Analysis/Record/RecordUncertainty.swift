public import Spectra

/// How far the numbers of a record are to be trusted, from the spectra of parts of its rows.
public struct RecordUncertainty: Sendable, Equatable {
  /// α over a part of a dump's rows, nil where they do not resolve the fitted ranks.
  public struct AlphaAtSampleCount: Sendable, Equatable {
    public let sampleCount: Int
    public let alpha: Double?
  }

  public let method: ReplicateSpectra.Method
  /// G, the number of groups that have rows.
  public let groupCount: Int
  /// What was kept together in a group.
  public let objects: ReplicateSpectra.Objects
  /// What has an interval: α unless a replicate does not resolve its ranks, and the rank measures.
  public let measures: [Measure: Uncertainty]
  /// Ascending in N, over the same ranks by the same estimator; empty without nested spectra.
  public let alphaBySampleCount: [AlphaAtSampleCount]

  /// Nil without replicates.
  ///
  /// - Parameters:
  ///   - fit: of the full spectrum; every replicate is fitted over exactly its ranks.
  ///   - known: of the rank measures, which no fit changes; nil computes them.
  public init?(_ spectra: DumpSpectra, fit: PowerLawFit?, known: [Measure: Uncertainty]? = nil) {
    guard let replicates = spectra.replicates else { return nil }
    var measures = known ?? Self.ofRanks(spectra.spectrum, replicates)
    measures[.alpha] = nil
    if let fit {
      measures[.alpha] = Self.uncertainty(of: fit.alpha, replicates: replicates.spectra.map(fit.alpha(on:)))
    }
    self.measures = measures
    method = replicates.method
    groupCount = replicates.spectra.count
    objects = replicates.objects
    alphaBySampleCount =
      spectra.nested.map { nested in
        zip(nested.sampleCounts, nested.spectra).map { count, spectrum in
          AlphaAtSampleCount(sampleCount: count, alpha: fit?.alpha(on: spectrum))
        }
      } ?? []
  }

  private static func ofRanks(_ spectrum: Eigenspectrum, _ replicates: ReplicateSpectra) -> [Measure: Uncertainty] {
    let ranks = RankMeasures(spectrum)
    let ranksOfReplicates = replicates.spectra.map { RankMeasures($0) }
    var measures: [Measure: Uncertainty] = [:]
    for measure in Measure.allCases where measure != .alpha {
      measures[measure] = uncertainty(
        of: ranks?.value(of: measure), replicates: ranksOfReplicates.map { $0?.value(of: measure) })
    }
    return measures
  }

  /// Nil where the estimate or one of the replicates is missing.
  private static func uncertainty(of estimate: Double?, replicates: [Double?]) -> Uncertainty? {
    let known = replicates.compactMap { $0 }
    guard let estimate, known.count == replicates.count else { return nil }
    return Uncertainty(estimate: estimate, replicates: known)
  }
}
