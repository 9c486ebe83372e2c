@testable import LinearAlgebra
import NumericalTesting
import Testing

/// One after the other, because the number of BLAS threads belongs to the process.
@Suite(.serialized)
enum SolverTests {}

extension SolverTests {
  @Suite("Reductions to tridiagonal form")
  struct ReductionTests {
    static let reductions: [SolverPlan.Reduction] = [.oneStage, .twoStage]

    @Test(
      "Either keeps the spectrum, at every order around its band", arguments: reductions,
      [1, 2, 3, 33, 34, 35, 70, 200])
    func spectrum(reduction: SolverPlan.Reduction, order: Int) throws {
      let matrix = try matrix(order, seed: 21)
      let found = try matrix.tridiagonal(by: reduction).eigenvalues()
      #expect(try found.isClose(to: matrix.eigenvalues(), relative: 1e-13))
    }

    @Test("Either leaves e₁ where it is", arguments: reductions, [2, 34, 35, 70, 200])
    func firstAxis(reduction: SolverPlan.Reduction, order: Int) throws {
      let matrix = try matrix(order, seed: 22)
      var added = matrix
      added.upperTriangle[0] += 3
      var reduced = try matrix.tridiagonal(by: reduction)
      #expect(reduced.diagonal[0].isClose(to: matrix[0, 0], relative: 1e-14))
      reduced.diagonal[0] += 3
      #expect(try reduced.eigenvalues().isClose(to: added.eigenvalues(), relative: 1e-13))
    }

    @Test("A direction taken to e₁ first can be added to afterwards", arguments: reductions, [0, 1, 2, 3, 4])
    func direction(reduction: SolverPlan.Reduction, kind: Int) throws {
      let n = 90
      var generator = SeededGenerator(seed: 23)
      var v = (0..<n).map { _ in generator.normal() }
      switch kind {
      case 1: v = v.map { $0 * 1e-200 }
      case 2: v = v.map { $0 * 1e200 }
      case 3: v = [-5] + [Double](repeating: 0, count: n - 1)
      case 4: v[0] = -abs(v[0])
      default: break
      }
      let largest = v.map(abs).max() ?? 1
      let squaredNorm = v.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }
      let matrix = try matrix(n, seed: 24)
      var added = matrix
      added.add(7 / squaredNorm, timesSquareOf: v.map { $0 / largest })
      var reduced = try matrix.tridiagonal(taking: v, by: reduction)
      reduced.diagonal[0] += 7
      #expect(try reduced.eigenvalues().isClose(to: added.eigenvalues(), relative: 1e-13))
    }

    @Test(
      "Matrices far from 1 need no other unit: far beyond the squares of features, elements are not squared",
      arguments: reductions, [-900, -500, 500, 900])
    func scale(reduction: SolverPlan.Reduction, exponent: Int) throws {
      let matrix = try matrix(60, seed: 25)
      let unit = Double(sign: .plus, exponent: exponent, significand: 1)
      var scaled = matrix
      scaled.scale(by: unit)
      let expected = try matrix.eigenvalues().map { $0 * unit }
      #expect(try scaled.tridiagonal(by: reduction).eigenvalues().isClose(to: expected, relative: 1e-13))
    }

    @Test("A matrix with a NaN is refused by either, not answered", arguments: reductions)
    func notANumber(reduction: SolverPlan.Reduction) throws {
      var matrix = try matrix(50, seed: 26)
      matrix.upperTriangle[7] = .nan
      #expect(throws: LinearAlgebraError.self) { try matrix.tridiagonal(by: reduction).eigenvalues() }
    }

    // In a process of its own: the number is the process's, and other suites set it, too.
    @Test("Chasing bulges leaves the number of BLAS threads as it was", arguments: [1, 2])
    func threads(count: Int) async {
      await #expect(processExitsWith: .success) { [count] in
        BLAS.threadCount = count
        let set = BLAS.threadCount
        _ = try ReductionTests().matrix(100, seed: 27).tridiagonal(by: .twoStage)
        #expect(BLAS.threadCount == set)
        #expect(BLAS.withOneThread { BLAS.threadCount } == 1)
      }
    }

    private func matrix(_ order: Int, seed: UInt64) throws -> SymmetricMatrix {
      var generator = SeededGenerator(seed: seed)
      return try SymmetricMatrix(rows: (0..<order).map { _ in (0..<order).map { _ in generator.normal() } })
    }
  }
}
