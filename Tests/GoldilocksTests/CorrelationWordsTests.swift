import Goldilocks
import NumericalTesting
import Testing

@Suite("Correlations in words")
struct CorrelationWordsTests {
  @Test(
    "say strength and sign",
    arguments: zip(
      [0.1, 0.3, 0.5, 0.7, 0.95], ["very weak", "weak", "moderate", "strong", "very strong"]))
  func words(strength: Double, words: String) throws {
    let (x, y) = pairs(correlation: strength, count: 4000)
    for coefficient in Correlation.Coefficient.allCases {
      #expect(Correlation(coefficient, of: x, with: y)?.words == "\(words) positive", "\(coefficient)")
      #expect(Correlation(coefficient, of: x, with: y.map { -$0 })?.words == "\(words) negative", "\(coefficient)")
    }
  }

  @Test("say nothing where the interval contains 0, however large the coefficient")
  func unclear() throws {
    let few = try #require(Correlation(.pearson, of: [1, 2, 3], with: [1, 2, 2.5]))
    #expect(few.value > 0.9 && few.words == "none to speak of" && !few.hasClearSign)
    let (x, y) = pairs(correlation: 0, count: 1000)
    #expect(Correlation(.spearman, of: x, with: y)?.words == "none to speak of")
    let clear = try #require(Correlation(.kendall, of: [1, 2, 3, 4, 5], with: [2, 4, 6, 8, 10]))
    #expect(clear.hasClearSign && clear.words == "very strong positive")
  }

  private func pairs(correlation: Double, count: Int) -> (x: [Double], y: [Double]) {
    normalPairs(count, strength: correlation, seed: 8)
  }
}
