import Analysis
import Foundation
import Spectra
import Testing

@Suite("The uncertainty of a record")
struct RecordUncertaintyTests {
  @Test("Every number read off the spectrum has the uncertainty of its values on the replicates")
  func measures() throws {
    let uncertainty = try #require(Examples.complete.uncertainty)
    #expect(Set(uncertainty.measures.keys) == Measure.onePass)
    #expect(uncertainty.groupCount == 4 && uncertainty.method == .groupedJackknife)
    let alphas = [1.48, 1.49, 1.51, 1.52]
    // (G − 1)/G · Σ(θ − θ̄)² with θ̄ = 1.5.
    let variance: Double = 0.75 * alphas.reduce(0) { $0 + ($1 - 1.5) * ($1 - 1.5) }
    let alpha = try #require(uncertainty.measures[.alpha])
    #expect(abs(alpha.standardError - variance.squareRoot()) < 1e-10)
    let rankMe = try #require(uncertainty.measures[.rankMe])
    #expect(abs(rankMe.standardError - 40 * variance.squareRoot()) < 1e-8, "RankMe of the examples is 40 α")
    let ratios = alphas.map { alpha in RankMeasures(Examples.features(alpha: alpha))?.participationRatio ?? .nan }
    let estimate = try #require(Examples.complete.value(of: .participationRatio))
    #expect(uncertainty.measures[.participationRatio] == Uncertainty(estimate: estimate, replicates: ratios))
  }

  @Test("Without replicates there is none, and without a fit none of α")
  func missing() throws {
    #expect(RecordUncertainty(DumpSpectra(Examples.spectrum), fit: nil) == nil)
    let uncertainty = try #require(RecordUncertainty(Examples.spectra, fit: nil))
    #expect(uncertainty.measures[.alpha] == nil && uncertainty.measures[.effectiveRank] != nil)
    #expect(uncertainty.alphaBySampleCount.allSatisfy { $0.alpha == nil })
  }

  @Test("α against N is over the fitted ranks, where they are resolved")
  func sampleCounts() throws {
    let curve = try #require(Examples.complete.uncertainty).alphaBySampleCount
    #expect(curve.map(\.sampleCount) == [128, 256] && curve[0].alpha == nil)
    #expect(try abs(#require(curve[1].alpha) - 1.505) < 1e-10)
  }
}
