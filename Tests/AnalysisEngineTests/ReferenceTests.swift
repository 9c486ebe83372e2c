import Analysis
import NumericalTesting
import Spectra
import Testing

@Suite("The analysis against values computed by numpy from singular values")
struct ReferenceTests {
  @Test(
    "α, its line and its R² agree to 1e-9 over every range", arguments: ["11...100", "4...100", "6...50", "12...50"])
  func fits(range: String) async throws {
    let references = try Reference.all()
    #expect(references.count >= 7)
    let session = await Session.run(references.map(\.file), fitRange: try #require(FitRange(range)), workerCount: 2)
    for reference in references {
      let summary = try #require(session.record(of: reference.file)?.summary, "\(reference.path)")
      let expected = try #require(reference.fits[range])
      let fit = try #require(summary.fit, "\(reference.path)")
      #expect(fit.range.last == expected.last, "\(reference.path)")
      #expect(fit.alpha.isClose(to: expected.alpha, relative: 1e-9), "\(reference.path)")
      #expect(fit.intercept.isClose(to: expected.intercept, relative: 1e-9, scale: 1), "\(reference.path)")
      #expect(try #require(fit.rSquared).isClose(to: expected.rSquared, relative: 1e-9), "\(reference.path)")
    }
  }

  @Test("Rank measures, total variance and noise floor agree to 1e-9, and counts exactly")
  func measures() async throws {
    let references = try Reference.all()
    let session = await Session.run(references.map(\.file), workerCount: 2)
    for reference in references {
      let record = try #require(session.record(of: reference.file))
      let shape = FeatureShape(
        sampleCount: reference.sampleCount, featureCount: reference.featureCount, dataType: reference.dataType)
      #expect(record.shape == shape, "\(reference.path)")
      let summary = try #require(record.summary, "\(reference.path)")
      #expect(summary.nonFiniteRows == reference.nonFiniteRows, "\(reference.path)")
      #expect(summary.resolvableRank == reference.resolvableRank, "\(reference.path)")
      let ranks = try #require(summary.ranks)
      let pairs = [
        ("noise floor", summary.noiseFloor, reference.noiseFloor),
        ("total variance", summary.totalVariance, reference.totalVariance),
        ("effective rank", ranks.effectiveRank, reference.effectiveRank),
        ("participation ratio", ranks.participationRatio, reference.participationRatio),
        ("stable rank", ranks.stableRank, reference.stableRank),
      ]
      for (name, found, expected) in pairs {
        #expect(found.isClose(to: expected, relative: 1e-9), "\(name) of \(reference.path)")
      }
    }
  }

  @Test("All eigenvalues agree to what the solver can resolve beside the first, 1e-13 of it")
  func eigenvalues() async throws {
    let references = try Reference.all()
    let session = await Session.run(references.map(\.file))
    for reference in references {
      let spectrum = try #require(await session.engine.spectrum(of: reference.file), "\(reference.path)")
      let found = spectrum.eigenvalues.indices.map { spectrum.eigenvalue(ofRank: $0 + 1) }
      #expect(found.isClose(to: reference.eigenvalues, relative: 1e-13), "\(reference.path)")
    }
  }
}
