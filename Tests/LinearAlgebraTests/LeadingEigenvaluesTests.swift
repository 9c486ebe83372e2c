@testable import LinearAlgebra
import NumericalTesting
import Testing

extension SolverTests {
  @Suite("Leading eigenvalues from a Krylov space")
  struct LeadingEigenvaluesTests {
    @Test("They are those of the full solution, to ten digits", arguments: [0.5, 1, 2, 4])
    func agreement(decay: Double) throws {
      let second = try moments(decay: decay)
      let leading = try #require(second.leadingEigenvalues(20))
      let all = try second.matrix.eigenvalues()
      for (k, value) in leading.enumerated() {
        #expect(value.isClose(to: all[k], relative: 1e-10, scale: 1e-12 * all[0]))
      }
      #expect(leading.count == 20)
    }

    @Test("They are the same every time")
    func reproducible() throws {
      let second = try moments(decay: 1)
      #expect(second.leadingEigenvalues(10) == second.leadingEigenvalues(10))
    }

    @Test("What does not converge within the budget is left to the full solution")
    func givingUp() throws {
      // The second difference matrix, whose largest eigenvalues crowd below 4.
      let rows = (0..<600).map { i in (0..<600).map { j in i == j ? 2.0 : abs(i - j) == 1 ? -1 : 0 } }
      let matrix = try SymmetricMatrix(rows: rows)
      let second = SecondMoments(
        matrix: matrix, coupling: .covariance(mean: rows[0]), meanSquares: [], sampleCount: 600,
        nonFiniteRowCount: 0,
        exponent: 0)
      #expect(second.leadingEigenvalues(1) == nil)
    }

    @Test("Ranks that a matrix does not have are not made up", arguments: [0, 5, 30])
    func rankDeficient(rank: Int) throws {
      var generator = SeededGenerator(seed: 31)
      let factors = generator.powerLawRows(400, features: 100).map { row in
        row.enumerated().map { $0 < rank ? $1 : 0 }
      }
      #expect(try moments(factors).leadingEigenvalues(40) == nil)
      #expect(try moments(factors).leadingEigenvalues(101) == nil)
    }

    @Test("Cancelled, there is no answer")
    func cancelled() throws {
      var askedBefore = 0
      let answer = try moments(decay: 1).leadingEigenvalues(10) {
        askedBefore += 1
        return askedBefore == 3
      }
      #expect(answer == nil)
      #expect(askedBefore == 3)
    }

    private func moments(decay: Double, features: Int = 250) throws -> SecondMoments {
      var generator = SeededGenerator(seed: 32)
      return try moments(generator.powerLawRows(features + 50, features: features, decay: decay, mean: 1))
    }

    private func moments(_ rows: [[Double]]) throws -> SecondMoments {
      var moments = try MomentsAccumulator(featureCount: rows[0].count)
      moments.add(RowBlock(rows: rows))
      return moments.covariance()
    }
  }
}
