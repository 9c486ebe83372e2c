import Analysis
import NumericalTesting
import Spectra
import Testing

@Suite("The analysis against values computed by numpy from singular values")
struct ReferenceTests {
  private func analyse(
    _ references: [Reference], range: FitRange = .standard, estimator: PowerLawFit.Estimator = .weighted,
    computesUncertainty: Bool = false
  ) async -> (session: Session, records: [AnalysisRecord]) {
    let session = await Session.run(
      references.map(\.file), fit: FitSettings(range: range, estimator: estimator), workerCount: 2,
      computesUncertainty: computesUncertainty)
    return (session, computesUncertainty ? session.refined : session.finished)
  }

  private func record(of reference: Reference, _ records: [AnalysisRecord]) throws -> AnalysisRecord {
    try #require(records.first { $0.id == reference.file }, "\(reference.path)")
  }

  @Test(
    "α, its line and its R² agree over every range", arguments: ["11...100", "4...100", "6...50", "12...50"],
    PowerLawFit.Estimator.allCases)
  func fits(range: String, estimator: PowerLawFit.Estimator) async throws {
    let references = try Reference.all()
    #expect(references.count >= 9)
    let (_, records) = await analyse(references, range: try #require(FitRange(range)), estimator: estimator)
    for reference in references {
      let all = try #require(reference.fits[range])
      let expected =
        switch estimator {
        case .weighted: all.weighted
        case .ols: all.ols
        case .robust: all.robust
        }
      let fit = try #require(try record(of: reference, records).summary?.fit, "\(reference.path)")
      #expect(fit.range.last == all.last, "\(reference.path)")
      #expect(fit.alpha.isClose(to: expected.alpha, relative: 1e-7), "\(reference.path)")
      #expect(fit.intercept.isClose(to: expected.intercept, relative: 1e-7, scale: 1), "\(reference.path)")
      #expect(try #require(fit.rSquared).isClose(to: expected.rSquared, relative: 1e-7), "\(reference.path)")
    }
  }

  @Test("Rank measures, total variance and noise floor agree, and counts exactly")
  func measures() async throws {
    let references = try Reference.all()
    let (_, records) = await analyse(references)
    for reference in references {
      let record = try record(of: reference, records)
      #expect(
        record.shape?.sampleCount == reference.sampleCount && record.shape?.featureCount == reference.featureCount)
      #expect(record.shape?.dataType == reference.dataType, "\(reference.path)")
      let summary = try #require(record.summary, "\(reference.path)")
      #expect(summary.nonFiniteRows == reference.nonFiniteRows, "\(reference.path)")
      #expect(summary.resolvableRank == reference.resolvableRank, "\(reference.path)")
      let ranks = try #require(summary.ranks)
      let pairs: [(String, Double?, Double, tolerance: Double)] = [
        ("noise floor", summary.noiseFloor, reference.noiseFloor, 1e-9),
        ("total variance", summary.totalVariance, reference.totalVariance, 1e-9),
        ("RankMe", ranks.rankMe, reference.rankMe, 1e-6),
        ("effective rank", ranks.effectiveRank, reference.effectiveRank, 1e-9),
        ("participation ratio", ranks.participationRatio, reference.participationRatio, 1e-9),
        ("stable rank", ranks.stableRank, reference.stableRank, 1e-9),
        // The solver resolves 10⁻¹³ of the first eigenvalue.
        (
          "condition number", ranks.conditionNumber, reference.conditionNumber, 1e-12 * reference.conditionNumber + 1e-9
        ),
      ]
      for (name, found, expected, tolerance) in pairs {
        let found = try #require(found)
        #expect(found.isClose(to: expected, relative: tolerance), "\(name) of \(reference.path): \(found), \(expected)")
      }
    }
  }

  @Test(
    "Standard errors and intervals are those of leaving out the same groups", arguments: PowerLawFit.Estimator.allCases)
  func jackknife(estimator: PowerLawFit.Estimator) async throws {
    let references = try Reference.all().filter { $0.jackknife != nil }
    #expect(references.count == 2)
    let (_, records) = await analyse(references, estimator: estimator, computesUncertainty: true)
    for reference in references {
      let expected = try #require(reference.jackknife)
      let uncertainty = try #require(try record(of: reference, records).uncertainty)
      for measure in Measure.onePass {
        let name = measure == .alpha ? estimator.rawValue : measure.rawValue
        let (found, interval) = (try #require(uncertainty.measures[measure]), try #require(expected[name]))
        let bounds = [found.interval.lowerBound, found.interval.upperBound]
        #expect(found.standardError.isClose(to: interval.standardError, relative: 1e-5), "\(name) of \(reference.path)")
        #expect(bounds.isClose(to: interval.interval, relative: 1e-6), "\(name) of \(reference.path)")
      }
    }
  }

  @Test("All eigenvalues agree to what the solver can resolve beside the first, 1e-13 of it")
  func eigenvalues() async throws {
    let references = try Reference.all()
    let (session, _) = await analyse(references)
    for reference in references {
      let spectrum = try #require(await session.engine.spectra(of: reference.file.dump)?.spectrum, "\(reference.path)")
      let count = min(spectrum.eigenvalues.count, reference.eigenvalues.count)
      let found = (1...count).map { spectrum.eigenvalue(ofRank: $0) }
      let expected = Array(reference.eigenvalues.prefix(count))
      #expect(count >= reference.resolvableRank)
      #expect(zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-13 * expected[0] }, "\(reference.path)")
    }
  }
}
