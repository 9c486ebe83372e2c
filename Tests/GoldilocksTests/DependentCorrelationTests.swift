import Goldilocks
import NumericalTesting
import Testing

@Suite("Correlations with the same outcome")
struct DependentCorrelationTests {
  @Test("Steiger's test is that of the general covariance of correlations")
  func reference() throws {
    for test in try SelectionReference().tests {
      for (coefficient, expected) in [(Correlation.Coefficient.pearson, test.pearson), (.spearman, test.spearman)] {
        let found = try #require(
          DependentCorrelations(coefficient, of: expected.x, and: expected.other, with: expected.outcome))
        #expect(found.z.isClose(to: expected.z, relative: 1e-9, scale: 1e-3))
        #expect(found.pValue.isClose(to: expected.p, relative: 1e-8, scale: 1e-12))
      }
    }
  }

  @Test("Exchanged it has the opposite sign, and turning a quantity over changes nothing")
  func symmetries() throws {
    let (x, y) = normalPairs(300, strength: 0.6, seed: 3)
    let other = normalPairs(300, strength: 0, seed: 9).x
    let found = try #require(DependentCorrelations(.spearman, of: x, and: other, with: y))
    let exchanged = try #require(DependentCorrelations(.spearman, of: other, and: x, with: y))
    let turned = try #require(DependentCorrelations(.spearman, of: x.map { -$0 }, and: other, with: y))
    #expect(found.z > 0 && exchanged.z.isClose(to: -found.z, relative: 1e-12))
    #expect(turned.z.isClose(to: found.z, relative: 1e-12) && found.isDifferent)
  }

  @Test("Of equally close quantities it finds a difference in about one of twenty samples")
  func level() {
    var generator = SeededGenerator(seed: 17)
    var found = 0
    for _ in 0..<1000 {
      let outcome = (0..<50).map { _ in generator.normal() }
      let shared = outcome.map { $0 + generator.normal() }
      let x = shared.map { $0 + generator.normal() }
      let other = shared.map { $0 + generator.normal() }
      if DependentCorrelations(.pearson, of: x, and: other, with: outcome)?.isDifferent == true { found += 1 }
    }
    // Five standard errors about 50.
    #expect((16...84).contains(found), "\(found)")
  }

  @Test("A quantity compared with itself, perfect order, τ and too few models have no test")
  func none() {
    let (x, y) = normalPairs(20, strength: 0.5, seed: 1)
    #expect(DependentCorrelations(.pearson, of: x, and: x, with: y) == nil)
    #expect(DependentCorrelations(.pearson, of: y, and: x, with: y) == nil)
    #expect(DependentCorrelations(.kendall, of: x, and: x.reversed(), with: y) == nil)
    #expect(DependentCorrelations(.pearson, of: [1, 2, 3], and: [1, 3, 2], with: [2, 1, 4]) == nil)
  }
}
