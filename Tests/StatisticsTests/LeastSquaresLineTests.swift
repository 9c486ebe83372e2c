import NumericalTesting
import Statistics
import Testing

@Suite("Least-squares lines")
struct LeastSquaresLineTests {
  @Test("Lines, their errors and bands are those of the normal equations")
  func reference() throws {
    let lines = try Reference.pairs().compactMap { pairs in pairs.line.map { (pairs, $0) } }
    #expect(lines.count >= 45)
    for (pairs, expected) in lines {
      let found = try #require(LeastSquaresLine(x: pairs.x, y: pairs.y))
      let values: [(Double, Double)] = [
        (found.intercept, expected.intercept), (found.slope, expected.slope),
        (found.interceptStandardError, expected.interceptError), (found.slopeStandardError, expected.slopeError),
        (found.rSquared ?? -1, expected.rSquared), (found.residualDeviation, expected.residualDeviation),
      ]
      for (value, wanted) in values {
        #expect(value.isClose(to: wanted, relative: 1e-10, scale: 1e-2), "\(pairs.name): \(value), \(wanted)")
      }
      for band in expected.band {
        let interval = try #require(found.interval(at: band[0]))
        let scale = max(abs(band[1]), abs(band[2]))
        #expect(interval.lowerBound.isClose(to: band[1], relative: 1e-10, scale: scale), "\(pairs.name)")
        #expect(interval.upperBound.isClose(to: band[2], relative: 1e-10, scale: scale), "\(pairs.name)")
      }
      #expect(found.count == pairs.x.count)
    }
  }

  @Test("Points on a line give it back without doubt")
  func exact() throws {
    let x: [Double] = [1, 2, 4, 8]
    let line = try #require(LeastSquaresLine(x: x, y: x.map { 3 - 0.5 * $0 }))
    #expect(line.slope == -0.5 && line.intercept == 3 && line.rSquared == 1)
    #expect(line.residualDeviation == 0 && line.interval(at: 100) == -47...(-47))
    #expect(line.value(at: 6) == 0)
    let level = try #require(LeastSquaresLine(x: x, y: [7, 7, 7, 7]))
    #expect(level.slope == 0 && level.value(at: -5) == 7 && level.rSquared == nil)
  }

  @Test("The band is narrowest at the mean, widens away from it, and is nowhere but where numbers are")
  func band() throws {
    let (x, y) = normalPairs(30, strength: 0.5, seed: 2)
    let line = try #require(LeastSquaresLine(x: x, y: y))
    let mean = x.reduce(0, +) / 30
    let widths = [0.0, 0.5, 1, 2, 4].map { distance in
      [mean - distance, mean + distance].compactMap { line.interval(at: $0) }.map { $0.upperBound - $0.lowerBound }
    }
    #expect(widths.allSatisfy { $0.count == 2 && $0[0].isClose(to: $0[1], relative: 1e-12) })
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0[0] < $1[0] })
    #expect([Double.nan, .infinity, -.infinity].allSatisfy { line.interval(at: $0) == nil })
  }

  @Test("A large offset costs no digits")
  func offset() throws {
    let (x, y) = normalPairs(50, strength: 0.7, seed: 4)
    let line = try #require(LeastSquaresLine(x: x, y: y))
    // To multiples of 2⁻³⁰, which an offset of 2²⁰ leaves as they are.
    let unit = 0x1p-30
    let coarse = x.map { ($0 / unit).rounded() * unit }
    let near = try #require(LeastSquaresLine(x: coarse, y: y))
    let far = try #require(LeastSquaresLine(x: coarse.map { $0 + 0x1p20 }, y: y))
    #expect(far.slope.isClose(to: near.slope, relative: 1e-9))
    #expect(line.slope.isClose(to: near.slope, relative: 1e-7))
    #expect(far.residualDeviation.isClose(to: near.residualDeviation, relative: 1e-9))
  }

  @Test(
    "Too few points, equal x and numbers that are none give no line",
    arguments: zip(
      [[], [1, 2], [1, 2, 3], [2, 2, 2], [1, .nan, 3], [1, 2, 3], [0, .leastNonzeroMagnitude, 0]],
      [[], [1, 2], [1, 2], [1, 2, 3], [1, 2, 3], [1, .infinity, 3], [1, 1e300, 2]])
      as Zip2Sequence<
        [[Double]], [[Double]]
      >)
  func none(x: [Double], y: [Double]) {
    #expect(LeastSquaresLine(x: x, y: y) == nil)
  }
}
