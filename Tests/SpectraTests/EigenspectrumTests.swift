import Glibc
import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("Eigenspectra and rank measures")
struct EigenspectrumTests {
  @Test(
    "The eigenvalues sum to the total variance, and the effective rank lies between 1 and D", arguments: [UInt64](1...6)
  )
  func properties(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let features = Int.random(in: 2...40, using: &generator)
    let rows = generator.powerLawRows(Int.random(in: 3...80, using: &generator), features: features)
    let means = (0..<features).map { j in rows.reduce(0) { $0 + $1[j] } / Double(rows.count) }
    var variance = 0.0
    for row in rows {
      for (value, mean) in zip(row, means) { variance += (value - mean) * (value - mean) / Double(rows.count) }
    }
    let spectrum = try spectrum(of: rows)
    #expect(spectrum.totalVariance.isClose(to: variance, relative: 1e-12))
    let measures = try #require(RankMeasures(spectrum))
    for rank in [measures.effectiveRank, measures.participationRatio, measures.stableRank] {
      #expect(rank >= 1 - 1e-12 && rank <= Double(features) + 1e-9)
    }
    #expect(measures.participationRatio <= measures.effectiveRank + 1e-9)
  }

  @Test("Equal eigenvalues have every rank equal to their number")
  func white() throws {
    let measures = try #require(RankMeasures(Eigenspectrum(given: [3, 3, 3, 3])))
    #expect(measures.effectiveRank.isClose(to: 4, relative: 1e-14))
    #expect(measures.participationRatio.isClose(to: 4, relative: 1e-14))
    #expect(measures.stableRank.isClose(to: 4, relative: 1e-14))
    #expect(measures.conditionNumber == 1)
  }

  @Test("Of a given spectrum rank measures count every positive value, whatever stands between them")
  func given() throws {
    let measures = try #require(RankMeasures(Eigenspectrum(given: [4, 0, 3, -1, .nan, 2, 1])))
    #expect(measures.stableRank.isClose(to: 2.5, relative: 1e-14))
    #expect(measures.participationRatio.isClose(to: 100.0 / 30, relative: 1e-14))
    #expect(measures.conditionNumber == 4)
  }

  @Test("A number too small for a double is no number, and one too large is infinite")
  func units() throws {
    let tiny = try spectrum(of: [[1, 0], [0, 1], [2, 3]].map { $0.map { $0 * 0x1p-700 } })
    #expect(tiny.totalVariance.isNaN && tiny.eigenvalues[0] > 0)
    let huge = try spectrum(of: [[1, 0], [0, 1], [2, 3]].map { $0.map { $0 * 0x1p700 } })
    #expect(huge.totalVariance == .infinity)
  }

  @Test("At most N − 1 ranks are resolved, and no more than stand out of the rounding of the stored type")
  func noiseFloor() throws {
    var generator = SeededGenerator(seed: 21)
    let rows = generator.powerLawRows(12, features: 30)
    #expect(try spectrum(of: rows).resolvableRank == 11)

    // One direction of variance 1, one of 10⁻⁹: float16 cannot hold the second beside a mean of 1.
    let narrow = (0..<200).map { i in [1 + (i % 2 == 0 ? 1.0 : -1), 1 + (i % 3 == 0 ? 3e-5 : -3e-5)] }
    #expect(try spectrum(of: narrow, unitRoundoff: 0).resolvableRank == 2)
    #expect(try spectrum(of: narrow, unitRoundoff: 0x1p-11).resolvableRank == 1)
  }

  @Test("The second term of the noise floor is u² m / 3 of features of the mean square m")
  func storageFloor() throws {
    let rows = [[1.0, 1], [3, 1], [1, 3], [3, 3]]
    let spectrum = try spectrum(of: rows, unitRoundoff: 0x1p-8)
    let expected = 0x1p-16 * 5 / 3
    #expect(spectrum.noiseFloor.isClose(to: expected, relative: 1e-12))
  }

  @Test("Constant features have no rank and no α")
  func constant() throws {
    let spectrum = try spectrum(of: [[1, 2], [1, 2], [1, 2]])
    #expect(spectrum.resolvableRank == 0)
    #expect(RankMeasures(spectrum) == nil)
    #expect(throws: PowerLawFit.Failure.noVariance) { try PowerLawFit(spectrum, range: .standard) }
  }

  @Test("Huge features have the α of the same features in a smaller unit")
  func hugeFeatures() throws {
    var generator = SeededGenerator(seed: 22)
    let rows = generator.powerLawRows(300, features: 60)
    let range = try #require(FitRange(first: 5, last: 50))
    let plain = try PowerLawFit(spectrum(of: rows), range: range)
    let huge = try PowerLawFit(spectrum(of: rows.map { $0.map { $0 * 0x1p900 } }), range: range)
    #expect(huge.alpha.isClose(to: plain.alpha, relative: 1e-12))
    let expected: Double = plain.intercept + 1800 * log(2)
    #expect(huge.intercept.isClose(to: expected, relative: 1e-12))
  }
}
