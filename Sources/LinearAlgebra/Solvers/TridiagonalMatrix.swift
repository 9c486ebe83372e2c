import COpenBLAS

/// A real symmetric tridiagonal matrix of order n.
struct TridiagonalMatrix: Sendable {
  /// The n elements of the diagonal.
  var diagonal: [Double]
  /// The n − 1 elements beside it.
  var offDiagonal: [Double]

  /// All n eigenvalues, descending, by the square-root-free QL and QR algorithms (`dsterf`), which rescale by
  /// themselves. Throws `eigenvaluesFailed`.
  func eigenvalues() throws(LinearAlgebraError) -> [Double] {
    guard !diagonal.isEmpty else { return [] }
    var ascending = diagonal
    var destroyed = offDiagonal
    let status = LAPACKE_dsterf(Int32(ascending.count), &ascending, &destroyed)
    guard status == 0 else { throw .eigenvaluesFailed(status: Int(status)) }
    return ascending.reversed()
  }

  /// The matrix of order n + 1 with a further first row and column: `corner`, `coupling`, 0, ….
  func bordered(corner: Double, coupling: Double) -> TridiagonalMatrix {
    TridiagonalMatrix(
      diagonal: [corner] + diagonal, offDiagonal: diagonal.isEmpty ? [] : [coupling] + offDiagonal)
  }
}
