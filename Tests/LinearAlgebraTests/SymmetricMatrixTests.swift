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
}
