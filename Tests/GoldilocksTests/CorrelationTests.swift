import Goldilocks
import NumericalTesting
import Testing

@Suite("Correlations")
struct CorrelationTests {
  @Test(
    "Coefficients, their chances and intervals are scipy's, with ties and without",
    arguments: Correlation.Coefficient.allCases)
  func reference(coefficient: Correlation.Coefficient) throws {
    let pairs = try Reference().pairs
    #expect(pairs.count >= 50)
    for pairs in pairs {
      let expected = pairs.expected(coefficient)
      let found = try #require(Correlation(coefficient, of: pairs.x, with: pairs.y))
      #expect(found.coefficient == coefficient && found.count == pairs.x.count)
      #expect(found.value.isClose(to: expected.value, relative: 1e-10, scale: 1e-3), "\(pairs): \(found)")
      #expect(found.pValue.isClose(to: expected.p, relative: 1e-10, scale: 1e-60), "\(pairs): \(found)")
      #expect(found.interval.lowerBound.isClose(to: expected.interval[0], relative: 1e-10, scale: 1), "\(pairs)")
      #expect(found.interval.upperBound.isClose(to: expected.interval[1], relative: 1e-10, scale: 1), "\(pairs)")
    }
  }

  @Test("Perfect order is ±1 to the last bit, whatever the numbers", arguments: [3, 4, 5, 33, 34, 1000])
  func perfect(count: Int) throws {
    let x = (0..<count).map { 0.1 * Double($0) }
    for coefficient in Correlation.Coefficient.allCases {
      let rising = try #require(Correlation(coefficient, of: x, with: x))
      let falling = try #require(Correlation(coefficient, of: x, with: x.map { -$0 }))
      #expect(rising.value == 1 && falling.value == -1)
      #expect(rising.pValue == falling.pValue && rising.pValue <= (count == 3 ? 0.34 : 0.09))
    }
  }

  @Test("No order of few models is less likely than two of all n!", arguments: 3...12)
  func leastChance(count: Int) throws {
    let x = (0..<count).map(Double.init)
    let factorial = (1...count).reduce(1.0) { $0 * Double($1) }
    for coefficient in [Correlation.Coefficient.spearman, .kendall] {
      let found = try #require(Correlation(coefficient, of: x, with: x))
      #expect(found.pValue.isClose(to: 2 / factorial, relative: 1e-9))
      // Three and four models in order can be chance; five cannot.
      #expect(found.hasClearSign == (count > 4) && found.hasClearSign == (found.pValue < 0.05))
      #expect(found.interval.upperBound == 1 && found.interval.lowerBound < 1)
    }
  }

  @Test("The interval of ranks holds 0 just where chance explains the order", arguments: 3...14)
  func agreement(count: Int) throws {
    for seed in 0..<40 {
      let (x, noise) = normalPairs(count, strength: 0.7, seed: UInt64(100 * count + seed))
      let y = seed.isMultiple(of: 2) ? noise : noise.map { $0.rounded() }
      for coefficient in [Correlation.Coefficient.spearman, .kendall] {
        guard let found = Correlation(coefficient, of: x, with: y) else { continue }
        #expect(found.interval.contains(0) == (found.pValue >= 0.05), "\(found)")
        #expect(found.interval.contains(found.value), "\(found)")
      }
    }
  }

  @Test("Pairs in any order, exchanged, scaled and shifted have the same coefficient; turned over, the opposite")
  func symmetries() throws {
    let (x, y) = normalPairs(200, strength: 0.4, seed: 5)
    // Ties, too.
    let coarse = x.map { ($0 * 2).rounded() }
    var generator = SeededGenerator(seed: 6)
    let order = x.indices.shuffled(using: &generator)
    for coefficient in Correlation.Coefficient.allCases {
      let value = try #require(Correlation(coefficient, of: coarse, with: y)).value
      let others = [
        Correlation(coefficient, of: y, with: coarse),
        Correlation(coefficient, of: order.map { coarse[$0] }, with: order.map { y[$0] }),
        Correlation(coefficient, of: coarse.map { 8 * $0 + 3 }, with: y),
        Correlation(coefficient, of: coarse.map { $0 * 1e-200 }, with: y.map { $0 * 1e200 }),
      ]
      #expect(others.allSatisfy { $0?.value.isClose(to: value, relative: 1e-12) == true })
      let opposite = try #require(Correlation(coefficient, of: coarse.map { -$0 }, with: y)).value
      #expect(opposite.isClose(to: -value, relative: 1e-12))
    }
  }

  @Test("Kendall's coefficient is that of all couples, one by one", arguments: [3, 7, 64, 100])
  func couples(count: Int) throws {
    let (x, noise) = normalPairs(count, strength: -0.5, seed: UInt64(count))
    let y = noise.map { ($0 * 2).rounded() }
    var surplus = 0.0
    var (xUntied, yUntied) = (0.0, 0.0)
    for i in 0..<count {
      for j in 0..<i {
        let (dx, dy) = ((x[i] - x[j]).sign(), (y[i] - y[j]).sign())
        surplus += dx * dy
        xUntied += abs(dx)
        yUntied += abs(dy)
      }
    }
    let expected = surplus / (xUntied * yUntied).squareRoot()
    let found = try #require(Correlation(.kendall, of: x, with: y))
    #expect(found.value.isClose(to: expected, relative: 1e-13))
  }

  @Test(
    "What has no correlation has none",
    arguments: zip(
      [[], [1], [1, 2], [1, 2, 3], [4, 4, 4], [0.1, 0.1, 0.1, 0.1], [1, 2, 3], [1, .nan, 3], [1, .infinity, 3]],
      [[], [1], [2, 1], [1, 2], [1, 2, 3], [1, 3, 2, 4], [5, 5, 5], [1, 2, 3], [1, 2, 3]])
      as Zip2Sequence<
        [[Double]], [[Double]]
      >)
  func none(x: [Double], y: [Double]) {
    for coefficient in Correlation.Coefficient.allCases {
      #expect(Correlation(coefficient, of: x, with: y) == nil)
      #expect(Correlation(coefficient, of: y, with: x) == nil)
    }
  }

  @Test("Extreme numbers give a number or nothing, never one that is none")
  func extremes() {
    let values: [Double] = [0, 0x1p-1060, .leastNonzeroMagnitude, -1e308, 1e308, 1.7e308, 1, -1, 1e-8, -.zero]
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<2000 {
      let count = Int.random(in: 3...6, using: &generator)
      let x = (0..<count).map { _ in values.randomElement(using: &generator) ?? 0 }
      let y = (0..<count).map { _ in values.randomElement(using: &generator) ?? 0 }
      for coefficient in Correlation.Coefficient.allCases {
        guard let found = Correlation(coefficient, of: x, with: y) else { continue }
        #expect((-1...1).contains(found.value) && (0...1).contains(found.pValue), "\(x) \(y)")
        #expect(found.interval.contains(found.value) && (-1...1).contains(found.interval.lowerBound), "\(x) \(y)")
      }
    }
  }

  @Test("Many pairs take no time worth speaking of, and small chances stay numbers")
  func many() throws {
    let (x, y) = normalPairs(20_000, strength: 0.1, seed: 3)
    for coefficient in Correlation.Coefficient.allCases {
      let found = try #require(Correlation(coefficient, of: x, with: y))
      #expect(found.pValue > 0 && found.pValue < 1e-20)
      #expect(found.interval.contains(coefficient == .kendall ? 0.0638 : coefficient == .spearman ? 0.0955 : 0.1))
    }
  }
}

extension Double {
  /// −1, 0 or 1.
  fileprivate func sign() -> Double { self > 0 ? 1 : self < 0 ? -1 : 0 }
}
