import NumericalTesting
import Testing

@testable import LinearAlgebra

@Suite("Systems that differ by a multiple of the identity")
struct ShiftedSystemTests {
  /// Moments of seeded rows, and sides.
  private func example(order n: Int, sides m: Int, rows count: Int) throws -> (moments: SecondMoments, sides: [Double])
  {
    var generator = SeededGenerator(seed: UInt64(n + count))
    var moments = try MomentsAccumulator(featureCount: n)
    moments.add(RowBlock(rows: generator.powerLawRows(count, features: n)))
    return (moments.covariance(), (0..<n * m).map { _ in generator.normal() })
  }

  @Test(
    "Each solution fulfils its own system", arguments: [(1, 1, 5), (2, 3, 4), (17, 4, 60), (40, 2, 15), (70, 1, 300)],
    [1e-4, 0.3, 50])
  func residual(_ shape: (order: Int, sides: Int, rows: Int), shift: Double) throws {
    let (n, m, count) = shape
    let (moments, sides) = try example(order: n, sides: m, rows: count)
    let system = try ShiftedSystem(moments, sides: sides)
    let solution = try system.solution(shift: shift)
    let matrix = moments.matrix
    var withSides = 0.0
    var ofSquare = 0.0
    for c in 0..<m {
      for i in 0..<n {
        var product = shift * solution[c * n + i]
        for j in 0..<n { product += matrix[i, j] * solution[c * n + j] }
        #expect(abs(product - sides[c * n + i]) < 1e-9)
        withSides += solution[c * n + i] * sides[c * n + i]
        ofSquare += solution[c * n + i] * solution[c * n + i]
      }
    }
    let traces = try system.traces(shift: shift)
    #expect(traces.withSides.isClose(to: withSides, relative: 1e-10))
    #expect(traces.ofSquare.isClose(to: ofSquare, relative: 1e-10))
  }

  @Test("More sides than LAPACK gets at a time are solved as each would be alone")
  func bundles() throws {
    let (moments, sides) = try example(order: 3, sides: ShiftedSystem.bundleSize + 5, rows: 9)
    let system = try ShiftedSystem(moments, sides: sides)
    let solution = try system.solution(shift: 0.4)
    for side in [0, ShiftedSystem.bundleSize - 1, ShiftedSystem.bundleSize, ShiftedSystem.bundleSize + 4] {
      let own = Array(sides[(side * 3)..<(side * 3 + 3)])
      let alone = try ShiftedSystem(moments, sides: own).solution(shift: 0.4)
      #expect(Array(solution[(side * 3)..<(side * 3 + 3)]).isClose(to: alone, relative: 1e-12))
    }
  }

  @Test("The eigenvalues are those of the matrix")
  func eigenvalues() throws {
    let (moments, sides) = try example(order: 30, sides: 2, rows: 90)
    let matrix = moments.matrix
    let expected = try matrix.eigenvalues()
    #expect(try ShiftedSystem(moments, sides: sides).eigenvalues.isClose(to: expected, relative: 1e-12))
  }

  @Test("A shift that leaves the matrix indefinite is refused")
  func indefinite() throws {
    let (moments, sides) = try example(order: 5, sides: 1, rows: 20)
    let system = try ShiftedSystem(moments, sides: sides)
    #expect(throws: LinearAlgebraError.self) { try system.solution(shift: -system.eigenvalues[0]) }
  }
}

@Suite("Products of dense matrices")
struct ProductTests {
  private func numbers(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in generator.normal() }
  }

  @Test("Products are those written out, within storage that is larger", arguments: [(1, 1, 1), (3, 4, 2), (7, 5, 9)])
  func products(_ n: Int, _ k: Int, _ m: Int) {
    let a = numbers(n * k + 3, seed: 1)
    let b = numbers(m * k + 1, seed: 2)
    var product = [Double](repeating: 9, count: n * m + 2)
    BLAS.multiply(a, byTransposed: b, rows: n, inner: k, columns: m, into: &product)
    #expect(product.suffix(2) == [9, 9])
    for i in 0..<n {
      for j in 0..<m {
        let expected = (0..<k).reduce(0.0) { $0 + a[i * k + $1] * b[j * k + $1] }
        #expect(product[i * m + j].isClose(to: expected, relative: 1e-13, scale: 1))
      }
    }
    // (n × m)ᵀ times n × k, onto what is there.
    var sum = [Double](repeating: 1, count: m * k)
    BLAS.add(transposed: product, times: a, rows: n, outer: m, columns: k, to: &sum)
    for j in 0..<m {
      for l in 0..<k {
        let expected = (0..<n).reduce(1.0) { $0 + product[$1 * m + j] * a[$1 * k + l] }
        #expect(sum[j * k + l].isClose(to: expected, relative: 1e-12, scale: 1))
      }
    }
  }
}
