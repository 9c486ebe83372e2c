import Glibc
import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("Where eigenvalues come from")
struct OriginTests {
  @Test("RankMe is numpy's, of features that are not centred")
  func rankMe() throws {
    for features in try Reference.measures().features {
      let spectrum = try spectrum(of: features.rows)
      #expect(try #require(spectrum.rankMe).isClose(to: features.rankMe, relative: 1e-9))
      #expect(RankMeasures(spectrum)?.rankMe == spectrum.rankMe)
    }
    #expect(Eigenspectrum(given: [2, 1]).rankMe == nil && RankMeasures(Eigenspectrum(given: [2, 1]))?.rankMe == nil)
    #expect(try spectrum(of: [[0, 0], [0, 0], [0, 0]]).rankMe == nil)
  }

  @Test("What lies below the noise floor of the uncentred moments counts as 0 in RankMe")
  func rankMeFloor() throws {
    var generator = SeededGenerator(seed: 41)
    // Each direction in features that are alike: in one of its own, the small ones would be stored as well.
    let rows = (0..<50).map { _ in
      let (a, b, c) = (generator.normal(), 1e-4 * generator.normal(), 1e-4 * generator.normal())
      return [a + b + c, a - b, a - c]
    }
    let exact = try #require(try spectrum(of: rows).rankMe)
    let rounded = try #require(try spectrum(of: rows, unitRoundoff: 0x1p-8).rankMe)
    let p = [1 + 1e-7, 1e-7, 1e-7]
    let onlyFirst = exp(-p.reduce(0) { $0 + $1 * log($1) })
    #expect(rounded.isClose(to: onlyFirst, relative: 1e-14) && exact > rounded * 1.0001)
  }

  @Test("Sums in single precision raise the noise floor to 2·10⁻⁸ λ₁")
  func singlePrecision() throws {
    let rows = (0..<64).map { i in [i % 2 == 0 ? 1.0 : -1, i % 4 < 2 ? 1e-4 : -1e-4, i % 8 < 4 ? 1e-5 : -1e-5] }
    let moments = try secondMoments(of: rows)
    let double = try Eigenspectrum(moments, featureCount: 3, unitRoundoff: 0)
    let single = try Eigenspectrum(moments, featureCount: 3, unitRoundoff: 0, precision: .float32)
    #expect(double.resolvableRank == 3 && double.precision == .float64)
    #expect(single.resolvableRank == 1 && single.precision == .float32)
    let first = single.eigenvalues[0]
    #expect(single.noiseFloor.isClose(to: 2e-8 * first, relative: 1e-14))
  }

  @Test("A preview has the fit and the noise floor of the whole spectrum, its total variance, and no rank measures")
  func preview() throws {
    var generator = SeededGenerator(seed: 42)
    let rows = generator.powerLawRows(300, features: 80, decay: 1.1, mean: 0.2)
    let moments = try secondMoments(of: rows)
    let full = try Eigenspectrum(moments, featureCount: 80, unitRoundoff: 0x1p-11)
    let preview = Eigenspectrum(
      preview: Array(full.eigenvalues.prefix(40)), of: moments, featureCount: 80, unitRoundoff: 0x1p-11)
    #expect(preview.isPreview && !full.isPreview && preview.resolvableRank == 40)
    #expect(preview.noiseFloor == full.noiseFloor)
    #expect(preview.totalVariance.isClose(to: full.totalVariance, relative: 1e-12))
    #expect(RankMeasures(preview) == nil && BenignEffectiveRanks(preview) == nil && preview.rankMe == nil)
    let range = try #require(FitRange(first: 3, last: 40))
    #expect(try PowerLawFit(preview, range: range) == PowerLawFit(full, range: range))
  }

  @Test("A scaled spectrum moves α as its factors say, and one of its first ranks alone has no rank measures")
  func scaled() throws {
    var generator = SeededGenerator(seed: 43)
    let base = try spectrum(of: generator.powerLawRows(200, features: 30))
    let range = try #require(FitRange(first: 2, last: 20))
    let factors = (1...30).map { pow(Double($0), -0.25) }
    let all = Eigenspectrum(scaling: base, by: factors, rankMe: 7)
    let expected: Double = try PowerLawFit(base, range: range).alpha + 0.25
    #expect(try PowerLawFit(all, range: range).alpha.isClose(to: expected, relative: 1e-12))
    #expect(RankMeasures(all)?.rankMe == 7 && all.noiseFloor == base.noiseFloor)
    let firsts = Eigenspectrum(scaling: base, by: Array(factors.prefix(20)))
    #expect(try PowerLawFit(firsts, range: range).alpha.isClose(to: expected, relative: 1e-12))
    #expect(RankMeasures(firsts) == nil && firsts.resolvableRank == 20)
  }
}
