import Glibc
import LinearAlgebra
import NumericalTesting
import Spectra
import Testing

/// Rows are made exact and rounded here, so that what rounding has done is known.
@Suite("What the rounding of stored features hides")
struct NoiseTests {
  private static let bfloat16 = 0x1p-8
  private static let float16 = 0x1p-11

  private func bfloat16(_ rows: [[Double]]) -> [[Double]] {
    rows.map { row in
      row.map { x in
        let bits = Float(x).bitPattern
        return Double(Float(bitPattern: (bits &+ 0x7FFF &+ ((bits >> 16) & 1)) & 0xFFFF_0000))
      }
    }
  }

  /// Normal features whose covariance is a power law, in turned directions, times something for each feature.
  private func rows(_ count: Int = 600, features: Int = 60, ranks: Int = 60, scales: (Int) -> Double = { _ in 1 })
    -> [[Double]]
  {
    var generator = SeededGenerator(seed: 81)
    let turn = (0..<ranks).map { _ in (0..<features).map { _ in generator.normal() / Double(features).squareRoot() } }
    return (0..<count).map { _ in
      var row = [Double](repeating: 0, count: features)
      for k in 0..<ranks {
        let z = generator.normal() * pow(Double(k + 1), -0.6)
        for j in 0..<features { row[j] += z * turn[k][j] }
      }
      return row.enumerated().map { $1 * scales($0) }
    }
  }

  @Test("One feature of enormous values hides one direction at most", arguments: [600, 40])
  func massive(count: Int) throws {
    let plain = rows(count)
    let massive = plain.map { row in row.enumerated().map { $1 + ($0 == 7 ? 1000 : 0) } }
    let exact = try spectrum(of: plain)
    let rounded = try spectrum(of: bfloat16(massive), unitRoundoff: Self.bfloat16)
    #expect(rounded.resolvableRank >= exact.resolvableRank - 1)
    let average = Self.bfloat16 * Self.bfloat16 * 1e6 / (3 * 60)
    #expect(rounded.noiseFloor < average / 100)
    #expect(exact.eigenvalues[30] < average, "and would hide more, were it spread over all")
    let range = try #require(FitRange(first: 5, last: 35))
    let (one, two) = (try PowerLawFit(exact, range: range).alpha, try PowerLawFit(rounded, range: range).alpha)
    #expect(abs(one - two) < 0.05)
  }

  @Test("Where features differ in scale, what is rounding only is not resolved", arguments: [nil, 7])
  func rankDeficient(massive: Int?) throws {
    var plain = rows(ranks: 12) { exp(sin(Double($0) * 2.4)) }
    if let massive { for i in plain.indices { plain[i][massive] += 1000 } }
    let rounded = try spectrum(of: bfloat16(plain), unitRoundoff: Self.bfloat16)
    #expect((12...13).contains(rounded.resolvableRank))
    #expect(rounded.eigenvalues[20] > 0)
  }

  @Test("Of features alike the floor is u²·m/3, whatever their number", arguments: [(50, 8), (8, 50)])
  func alike(shape: (rows: Int, features: Int)) throws {
    let rows = (0..<shape.rows).map { i in
      (0..<shape.features).map { j in (i * (j + 3)) % 7 < 3 ? 2.0 : -2.0 }
    }
    let found = try spectrum(of: rows, unitRoundoff: Self.float16)
    #expect(found.noiseFloor.isClose(to: Self.float16 * Self.float16 * 4 / 3, relative: 1e-12))
  }

  @Test("float16 is no finer than 2⁻²⁴ below 2⁻¹⁴, whatever the number, and whatever the unit of the moments")
  func subnormal() throws {
    let exact = rows { _ in 1e-7 }
    let stored = exact.map { row in row.map { ($0 / 0x1p-24).rounded(.toNearestOrEven) * 0x1p-24 } }
    let moments = try secondMoments(of: stored)
    let relative = try Eigenspectrum(moments, featureCount: 60, unitRoundoff: Self.float16)
    let found = try Eigenspectrum(moments, featureCount: 60, unitRoundoff: Self.float16, leastSpacing: 0x1p-24)
    #expect(found.noiseFloor.isClose(to: 0x1p-48 / 12, relative: 0.01))
    #expect(relative.resolvableRank == 60 && found.resolvableRank < 40 && found.resolvableRank > 5)
    let shrunk = try secondMoments(of: stored.map { $0.map { $0 * 0x1p-400 } })
    #expect(shrunk.exponent != 0)
    let same = try Eigenspectrum(shrunk, featureCount: 60, unitRoundoff: Self.float16, leastSpacing: 0x1p-424)
    #expect(same.resolvableRank == found.resolvableRank)
  }
}
