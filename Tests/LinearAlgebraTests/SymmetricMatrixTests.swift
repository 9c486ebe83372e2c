import Glibc
import LinearAlgebra
import NumericalTesting
import Testing

@Suite("Eigenvalues of symmetric matrices")
struct SymmetricMatrixTests {
  @Test("The second difference matrix has eigenvalues 2 − 2 cos(kπ/(n + 1))")
  func knownSpectrum() throws {
    let n = 50
    let rows = (0..<n).map { i in (0..<n).map { j in i == j ? 2.0 : abs(i - j) == 1 ? -1 : 0 } }
    let expected = (1...n).map { 2 - 2 * cos(.pi * Double(n + 1 - $0) / Double(n + 1)) }
    #expect(try SymmetricMatrix(rows: rows).eigenvalues().isClose(to: expected, relative: 1e-14))
  }

  @Test("Eigenvalues come in descending order and sum to the trace")
  func order() throws {
    var generator = SeededGenerator(seed: 7)
    let rows = (0..<31).map { _ in (0..<31).map { _ in generator.normal() } }
    let matrix = try SymmetricMatrix(rows: rows)
    let eigenvalues = try matrix.eigenvalues()
    #expect(zip(eigenvalues, eigenvalues.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(eigenvalues.reduce(0, +).isClose(to: matrix.trace, relative: 1e-12, scale: eigenvalues[0]))
  }

  @Test("A matrix with a NaN is refused, not answered")
  func notANumber() throws {
    #expect(throws: LinearAlgebraError.self) { try SymmetricMatrix(rows: [[1, .nan], [.nan, 1]]).eigenvalues() }
  }

  @Test("The empty matrix has no eigenvalues")
  func empty() throws { #expect(try SymmetricMatrix(rows: []).eigenvalues() == []) }

  @Test("The generalized eigenvalues are those of B^(−1)A, here of a triangular product", arguments: [1, 2, 25])
  func generalized(order n: Int) throws {
    var generator = SeededGenerator(seed: 61)
    let factor = (0..<n).map { i in (0..<n).map { j in j < i ? generator.normal() : j == i ? 2.0 : 0 } }
    let inner = try SymmetricMatrix(rows: (0..<n).map { _ in (0..<n).map { _ in generator.normal() } })
    // A = L S Lᵀ and B = L Lᵀ have the eigenvalues of S.
    let b = (0..<n).map { i in (0..<n).map { j in (0..<n).reduce(0) { $0 + factor[i][$1] * factor[j][$1] } } }
    let half = (0..<n).map { i in (0..<n).map { j in (0..<n).reduce(0) { $0 + factor[i][$1] * inner[$1, j] } } }
    let a = (0..<n).map { i in (0..<n).map { j in (0..<n).reduce(0) { $0 + half[i][$1] * factor[j][$1] } } }
    let found = try SymmetricMatrix(rows: a).generalizedEigenvalues(relativeTo: SymmetricMatrix(rows: b))
    #expect(try found.isClose(to: inner.eigenvalues(), relative: 1e-8))
  }

  @Test("Relative to a matrix that is not positive definite there are no eigenvalues")
  func indefinite() throws {
    #expect(throws: LinearAlgebraError.self) {
      try SymmetricMatrix(rows: [[1, 0], [0, 1]]).generalizedEigenvalues(
        relativeTo: SymmetricMatrix(rows: [[1, 0], [0, -1]]))
    }
  }

  @Test("Norm, quadratic form and diagonal, by their definitions", arguments: [0, 1, 2, 17])
  func definitions(order n: Int) throws {
    var generator = SeededGenerator(seed: 62)
    var matrix = try SymmetricMatrix(rows: (0..<n).map { _ in (0..<n).map { _ in generator.normal() } })
    let v = (0..<n).map { _ in generator.normal() }
    var norm = 0.0
    var form = 0.0
    for i in 0..<n {
      for j in 0..<n {
        norm += matrix[i, j] * matrix[i, j]
        form += v[i] * matrix[i, j] * v[j]
      }
    }
    #expect(matrix.frobeniusNormSquared.isClose(to: norm, relative: 1e-13))
    #expect(matrix.quadraticForm(v).isClose(to: form, relative: 1e-12, scale: norm))
    let before = try matrix.eigenvalues()
    matrix.add(toDiagonal: 2)
    #expect(try matrix.eigenvalues().isClose(to: before.map { $0 + 2 }, relative: 1e-13))
  }
}
