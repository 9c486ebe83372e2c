import COpenBLAS

/// A real symmetric matrix of order n whose elements further than `width` from the diagonal are 0.
struct BandMatrix: Sendable {
  let order: Int
  let width: Int
  /// LAPACK's lower band storage, column-major: element (i, j), j ≤ i ≤ j + `width`, stands at `j * (width + 1) + i -
  /// j`.
  var elements: [Double]

  /// The zero matrix.
  init(order: Int, width: Int) {
    self.order = order
    self.width = width
    elements = [Double](repeating: 0, count: order * (width + 1))
  }

  /// Element (i, j), j ≤ i ≤ j + `width`.
  subscript(i: Int, j: Int) -> Double {
    get { elements[j * (width + 1) + i - j] }
    set { elements[j * (width + 1) + i - j] = newValue }
  }

  /// QᵀBQ by LAPACK's `dsbtrd` (rotations, which chase bulges down the band and leave e₁ where it is).
  consuming func tridiagonal() throws(LinearAlgebraError) -> TridiagonalMatrix {
    var storage = elements
    elements = []
    var diagonal = [Double](repeating: 0, count: order)
    var offDiagonal = [Double](repeating: 0, count: max(0, order - 1))
    var unused = 0.0
    let status = BLAS.withOneThread {
      LAPACKE_dsbtrd(
        LAPACK_COL_MAJOR, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "L")), Int32(order), Int32(width), &storage,
        Int32(width + 1), &diagonal, &offDiagonal, &unused, 1)
    }
    guard status == 0 else { throw .eigenvaluesFailed(status: Int(status)) }
    return TridiagonalMatrix(diagonal: diagonal, offDiagonal: offDiagonal)
  }
}
