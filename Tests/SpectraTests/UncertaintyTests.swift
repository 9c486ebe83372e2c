import Glibc
import NumericalTesting
@testable import Spectra
import Testing

@Suite("Uncertainty")
struct UncertaintyTests {
  @Test("Leaving out groups gives numpy's standard errors and intervals of α and of every rank measure")
  func jackknife() throws {
    let features = try #require(Reference.measures().features.first { $0.jackknife != nil })
    let expected = try #require(features.jackknife)
    let (first, last) = try (#require(features.first), #require(features.last))
    let range = try #require(FitRange(first: first, last: last))
    let groups = try #require(features.groups)
    let full = try spectrum(of: features.rows)
    let replicates = try (0..<groups).map { group in
      try spectrum(of: features.rows.enumerated().filter { $0.offset % groups != group }.map(\.element))
    }
    for estimator in PowerLawFit.Estimator.allCases {
      let fit = try PowerLawFit(full, range: range, estimator: estimator)
      try check(
        expected[estimator.rawValue], Uncertainty(estimate: fit.alpha, replicates: replicates.compactMap(fit.alpha)))
    }
    let ranks: [(String, (RankMeasures) -> Double?)] = [
      ("rankMe", \.rankMe), ("effectiveRank", \.effectiveRank), ("participationRatio", \.participationRatio),
      ("stableRank", \.stableRank), ("conditionNumber", \.conditionNumber),
    ]
    for (name, value) in ranks {
      let estimate = try #require(RankMeasures(full).flatMap(value))
      let others = replicates.compactMap { RankMeasures($0).flatMap(value) }
      try check(expected[name], Uncertainty(estimate: estimate, replicates: others))
    }
  }

  private func check(_ expected: Reference.Interval?, _ found: Uncertainty?) throws {
    let expected = try #require(expected)
    let found = try #require(found)
    #expect(found.standardError.isClose(to: expected.standardError, relative: 1e-9))
    #expect(found.interval.lowerBound.isClose(to: expected.interval[0], relative: 1e-9))
    #expect(found.interval.upperBound.isClose(to: expected.interval[1], relative: 1e-9))
  }

  @Test(
    "Too few replicates, and numbers that are none, give no uncertainty",
    arguments: [[], [1], [1, .nan], [1, .infinity], [-1e308, 1e308]])
  func none(replicates: [Double]) {
    #expect(Uncertainty(estimate: 1, replicates: replicates) == nil)
    #expect(Uncertainty(estimate: .nan, replicates: [1, 2]) == nil)
  }

  @Test("Equal replicates leave no doubt")
  func equal() {
    let certain = Uncertainty(estimate: 3, replicates: [2, 2, 2])
    #expect(certain?.standardError == 0 && certain?.interval == 3...3)
  }
}
