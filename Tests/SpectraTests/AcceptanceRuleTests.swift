import Glibc
import Spectra
import Testing

@Suite("fastssl's acceptance rule")
struct AcceptanceRuleTests {
  @Test("A fit of R² 0.95 and more stands", arguments: AcceptanceRule.allCases)
  func accepted(rule: AcceptanceRule) throws {
    let fit = try PowerLawFit(steps(from: 400), settings: FitSettings(acceptance: rule))
    #expect(fit.range == .standard && fit.replaced == nil && fit.isAccepted)
  }

  @Test(
    "A worse fit gives way to the rule's ranges, the longer first",
    arguments: [
      (AcceptanceRule.fastssl, 51, "6…50"), (.fastssl, 21, "6…20"), (.fastsslTransfer, 51, "12…50"),
      (.fastsslTransfer, 21, "12…20"),
    ])
  func replaced(rule: AcceptanceRule, firstBad: Int, range: String) throws {
    let fit = try PowerLawFit(steps(from: firstBad), settings: FitSettings(acceptance: rule))
    #expect(fit.range == FitRange(range) && fit.isAccepted)
    let plain = try PowerLawFit(steps(from: firstBad), range: .standard)
    #expect(fit.replaced?.range == .standard)
    #expect(fit.replaced?.rSquared == plain.rSquared)
    #expect(try #require(plain.rSquared) < AcceptanceRule.threshold)
  }

  @Test("Where no range is accepted, the fit that was asked for stands and says so")
  func rejected() throws {
    let fit = try PowerLawFit(steps(from: 7), settings: FitSettings(acceptance: .fastssl))
    #expect(fit.range == .standard && fit.replaced == nil && !fit.isAccepted)
    #expect(try PowerLawFit(steps(from: 7), settings: FitSettings()).isAccepted, "without a rule")
  }

  @Test("Ranges of the rule that the spectrum does not resolve are passed over, and equal eigenvalues are accepted")
  func unresolved() throws {
    let short = Eigenspectrum(given: Array(steps(from: 3).eigenvalues.prefix(9)))
    let range = try #require(FitRange(first: 1, last: 9))
    #expect(try !PowerLawFit(short, settings: FitSettings(range: range, acceptance: .fastsslTransfer)).isAccepted)
    let flat = Eigenspectrum(given: [Double](repeating: 2, count: 120))
    #expect(try PowerLawFit(flat, settings: FitSettings(acceptance: .fastssl)).isAccepted)
  }

  /// 1/k up to a rank, from there on large and small eigenvalues by turns.
  private func steps(from first: Int) -> Eigenspectrum {
    let values = (1...200).map { rank in
      let factor: Double = rank < first ? 1 : rank % 2 == 0 ? 30 : 1.0 / 30
      return factor / Double(rank)
    }
    return Eigenspectrum(given: values)
  }
}
