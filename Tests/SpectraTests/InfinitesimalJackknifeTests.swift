import Glibc
import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("The infinitesimal jackknife")
struct InfinitesimalJackknifeTests {
  private static let rows = {
    var generator = SeededGenerator(seed: 61)
    return generator.powerLawRows(4000, features: 24, decay: 1.2, mean: 3)
  }()

  @Test("It has the standard errors of leaving groups out, to the first order that it keeps")
  func standardErrors() throws {
    let block = RowBlock(rows: Self.rows)
    let groups = RowGroups(ReplicateSpectra.groupCount, ofRows: Self.rows.count, rowsPerObject: 10)
    var grouped = try GroupedMoments(groups, featureCount: 24)
    grouped.add(block)
    var left: [Eigenspectrum] = []
    try grouped.forEachLeaveOneOut { _, moments in
      left.append(try Eigenspectrum(moments, featureCount: 24, unitRoundoff: 0))
    }
    let full = try spectrum(of: Self.rows)
    var jackknife = try InfinitesimalJackknife(secondMoments(of: Self.rows), of: full, unitRoundoff: 0, groups: groups)
    jackknife.add(block)
    let spectra = jackknife.spectra
    #expect(spectra.count == left.count)

    let range = try #require(FitRange(first: 2, last: 12))
    let fit = try PowerLawFit(full, range: range)
    try expectClose(
      Uncertainty(estimate: fit.alpha, replicates: spectra.compactMap(fit.alpha)),
      Uncertainty(estimate: fit.alpha, replicates: left.compactMap(fit.alpha)))

    let measures: [(RankMeasures) -> Double?] = [
      { $0.rankMe }, { $0.effectiveRank }, { $0.participationRatio }, { $0.stableRank }, { $0.conditionNumber },
    ]
    for measure in measures {
      let estimate = try #require(RankMeasures(full).flatMap(measure))
      try expectClose(
        Uncertainty(
          estimate: estimate, replicates: spectra.compactMap { RankMeasures($0).flatMap(measure) }),
        Uncertainty(estimate: estimate, replicates: left.compactMap { RankMeasures($0).flatMap(measure) }))
    }
  }

  private func expectClose(_ linear: Uncertainty?, _ full: Uncertainty?) throws {
    let (linear, full) = try (#require(linear), #require(full))
    #expect(linear.standardError.isClose(to: full.standardError, relative: 0.05))
  }
}
