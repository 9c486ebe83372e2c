import Glibc
import NumericalTesting
import Spectra
import Testing

@Suite("Estimators of the decay coefficient")
struct EstimatorTests {
  @Test("Each estimator finds numpy's α, intercept and R² over every range", arguments: PowerLawFit.Estimator.allCases)
  func reference(estimator: PowerLawFit.Estimator) throws {
    for dump in try Reference.dumps() {
      let spectrum = Eigenspectrum(given: Array(dump.eigenvalues.prefix(dump.resolvableRank)))
      #expect(dump.fits.count == 4)
      for (name, fits) in dump.fits {
        let expected =
          switch estimator {
          case .weighted: fits.weighted
          case .ols: fits.ols
          case .robust: fits.robust
          }
        let fit = try PowerLawFit(spectrum, range: #require(FitRange(name)), estimator: estimator)
        #expect(fit.range.last == fits.last && fit.estimator == estimator)
        #expect(fit.alpha.isClose(to: expected.alpha, relative: 1e-9), "\(name) of \(dump.path)")
        #expect(fit.intercept.isClose(to: expected.intercept, relative: 1e-9, scale: 1), "\(name) of \(dump.path)")
        let rSquared = try #require(fit.rSquared)
        #expect(rSquared.isClose(to: expected.rSquared, relative: 1e-9, scale: 1), "\(name) of \(dump.path)")
      }
    }
  }

  @Test("Each estimator gives back an exact power law", arguments: PowerLawFit.Estimator.allCases, [0, 0.7, 4])
  func exact(estimator: PowerLawFit.Estimator, alpha: Double) throws {
    let spectrum = Eigenspectrum(given: (1...200).map { 3 * pow(Double($0), -alpha) })
    let fit = try PowerLawFit(spectrum, range: .standard, estimator: estimator)
    #expect(fit.alpha.isClose(to: alpha, relative: 1e-11, scale: 1))
    #expect(fit.intercept.isClose(to: log(3), relative: 1e-10, scale: 1))
  }

  @Test("An outlying eigenvalue moves the robust α less than the others, whose line need not meet the first point")
  func outlier() throws {
    var values = (1...120).map { 1 / Double($0) }
    values[59] *= 1e6
    let spectrum = Eigenspectrum(given: values)
    let robust = try PowerLawFit(spectrum, range: .standard, estimator: .robust)
    let ols = try PowerLawFit(spectrum, range: .standard, estimator: .ols)
    #expect(abs(robust.alpha - 1) < 1e-9 && abs(ols.alpha - 1) > 0.05)
    #expect(robust.logarithm(atRank: 11).isClose(to: log(1.0 / 11), relative: 1e-12))
  }

  @Test(
    "A spectrum of the ranks that settings look at gives the same fit as a longer one",
    arguments: [
      FitSettings(), FitSettings(estimator: .robust), FitSettings(range: .tiny, acceptance: .fastssl),
      FitSettings(range: .tiny, estimator: .robust, acceptance: .fastsslTransfer),
    ])
  func lastRank(settings: FitSettings) throws {
    var generator = SeededGenerator(seed: 5)
    let values = (1...300).map { pow(Double($0), -1) * exp(0.3 * generator.normal()) }
    let short = Eigenspectrum(given: Array(values.prefix(settings.lastRank)))
    #expect(try PowerLawFit(short, settings: settings) == PowerLawFit(Eigenspectrum(given: values), settings: settings))
    let shorter = Eigenspectrum(given: Array(values.prefix(min(settings.lastRank - 1, settings.range.last - 1))))
    #expect(try PowerLawFit(shorter, range: settings.range).range != settings.range)
  }

  @Test("α on another spectrum is over exactly the same ranks, or is none")
  func sameRanks() throws {
    let fit = try PowerLawFit(powerLaw(200, alpha: 1), range: .standard, estimator: .ols)
    #expect(try #require(fit.alpha(on: powerLaw(100, alpha: 2))).isClose(to: 2, relative: 1e-12))
    #expect(fit.alpha(on: powerLaw(99, alpha: 2)) == nil)
  }

  private func powerLaw(_ count: Int, alpha: Double) -> Eigenspectrum {
    Eigenspectrum(given: (1...count).map { pow(Double($0), -alpha) })
  }
}

extension FitRange {
  fileprivate static let tiny = FitRange("2...9") ?? .standard
}
