import Glibc
import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

@Suite("The decay coefficient of a spectrum")
struct PowerLawFitTests {
  @Test(
    "An exact power law gives back its exponent over every range", arguments: [0.3, 1, 1.7, 3],
    ["11...100", "4..100", "6:50", "1…400"])
  func exact(alpha: Double, range: String) throws {
    let spectrum = Eigenspectrum(given: (1...400).map { 2.5 * pow(Double($0), -alpha) })
    let range = try #require(FitRange(range))
    let fit = try PowerLawFit(spectrum, range: range)
    #expect(fit.alpha.isClose(to: alpha, relative: 1e-12))
    #expect(fit.intercept.isClose(to: log(2.5), relative: 1e-11))
    #expect(try #require(fit.rSquared).isClose(to: 1, relative: 1e-12))
    #expect(fit.range == range)
  }

  @Test("Weights are 1/k: a bend at low ranks moves α more than the same bend at high ranks")
  func weights() throws {
    var low = (1...100).map { -log(Double($0)) }
    var high = low
    low[11] += 0.5
    high[98] -= 0.5
    let atLow = try PowerLawFit(Eigenspectrum(given: low.map(exp)), range: .standard).alpha
    let atHigh = try PowerLawFit(Eigenspectrum(given: high.map(exp)), range: .standard).alpha
    #expect(atLow - 1 > 3 * (atHigh - 1))
    #expect(atHigh > 1)
  }

  @Test("α and the rank measures do not depend on the scale of the features", arguments: [1e-12, 0.37, 1e9])
  func scaleInvariance(scale: Double) throws {
    var generator = SeededGenerator(seed: 11)
    let values = (1...120).map { pow(Double($0), -1.3) * exp(0.1 * generator.normal()) }.sorted(by: >)
    let one = Eigenspectrum(given: values)
    let other = Eigenspectrum(given: values.map { $0 * scale })
    #expect(
      try PowerLawFit(one, range: .standard).alpha.isClose(
        to: PowerLawFit(other, range: .standard).alpha, relative: 1e-12))
    let a = try #require(RankMeasures(one))
    let b = try #require(RankMeasures(other))
    #expect(a.effectiveRank.isClose(to: b.effectiveRank, relative: 1e-12))
    #expect(a.participationRatio.isClose(to: b.participationRatio, relative: 1e-12))
    #expect(a.stableRank.isClose(to: b.stableRank, relative: 1e-12))
    #expect(a.conditionNumber.isClose(to: b.conditionNumber, relative: 1e-12))
  }

  @Test("A range that the spectrum does not resolve shrinks")
  func shrinking() throws {
    let spectrum = Eigenspectrum(given: (1...30).map { 1 / Double($0) })
    #expect(try PowerLawFit(spectrum, range: .standard).range == FitRange(first: 11, last: 30))
  }

  @Test("Fewer than five ranks make no fit, and the reason says how many there are")
  func tooFew() {
    let spectrum = Eigenspectrum(given: (1...14).map { 1 / Double($0) })
    #expect(throws: PowerLawFit.Failure.tooFewRanks(resolvable: 14)) { try PowerLawFit(spectrum, range: .standard) }
    #expect(throws: PowerLawFit.Failure.noVariance) { try PowerLawFit(Eigenspectrum(given: []), range: .standard) }
  }

  @Test("Negative values of a given spectrum enter by their magnitude and are counted")
  func negative() throws {
    let plain = (1...100).map { 1 / Double($0) }
    let signed = plain.enumerated().map { $0.offset % 7 == 3 ? -$0.element : $0.element }
    let spectrum = Eigenspectrum(given: signed)
    #expect(try PowerLawFit(spectrum, range: .standard).alpha.isClose(to: 1, relative: 1e-12))
    #expect(spectrum.nonPositiveCount == 14)
  }

  @Test("A flat spectrum has α = 0 and no R²")
  func flat() throws {
    let fit = try PowerLawFit(Eigenspectrum(given: [Double](repeating: 2, count: 100)), range: .standard)
    #expect(abs(fit.alpha) < 1e-12)
    #expect(fit.rSquared == nil)
  }

  @Test("Ranges are written as 11...100, 11..100, 11:100 and 11…100, and nothing else")
  func reading() {
    for text in ["11...100", "11..100", "11:100", "11…100"] { #expect(FitRange(text) == .standard) }
    for text in [
      "", "11", "100...11", "0...5", "a...b", "11.100", "11...100...", "11:::100", "5..5", "-1..9",
      "1...9223372036854775807",
    ] {
      #expect(FitRange(text) == nil, "\(text)")
    }
  }
}
