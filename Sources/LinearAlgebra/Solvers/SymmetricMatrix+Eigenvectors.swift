import COpenBLAS

extension SymmetricMatrix {
  /// Greatest order whose eigenvectors LAPACK can find. `dsyevd` counts its workspace of 1 + 6n + 2n² numbers in 32 bits;
  /// at a greater order the count wraps, and it writes past what it has asked for, with a status of success.
  public static let greatestOrderOfEigenvectors = 32_766

  /// Numbers that `dsyevd` works in when it finds eigenvectors of order n.
  static func eigenvectorWorkspaceCount(order n: Int) -> Int { 1 + 6 * n + 2 * n * n }

  /// The same by its own count, which it makes in 32 bits; nil where it says that it cannot.
  static func eigenvectorWorkspaceCountByQuery(order n: Int) -> Int? {
    var (matrix, eigenvalues, count, integerCount) = (0.0, 0.0, 0.0, Int32(0))
    let status = LAPACKE_dsyevd_work(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "L")), Int32(n), &matrix, Int32(n), &eigenvalues,
      &count, -1, &integerCount, -1)
    return status == 0 ? Int(exactly: count) : nil
  }

  /// Throws `orderTooLargeForEigenvectors`.
  static func requireEigenvectors(ofOrder order: Int) throws(LinearAlgebraError) {
    guard order <= greatestOrderOfEigenvectors else { throw .orderTooLargeForEigenvectors(order) }
  }

  /// All n eigenvalues, descending, and n × n row-major, in row k, the unit eigenvector of each (LAPACK's `dsyevd`).
  /// The vectors take over the storage. Throws `orderTooLargeForEigenvectors`, `eigenvaluesFailed`.
  consuming func eigenvectors() throws(LinearAlgebraError) -> (eigenvalues: [Double], vectors: [Double]) {
    let n = order
    guard n > 0 else { return ([], []) }
    try Self.requireEigenvectors(ofOrder: n)
    var vectors: [Double] = []
    swap(&vectors, &upperTriangle)
    var ascending = [Double](repeating: 0, count: n)
    let status = LAPACKE_dsyevd(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "L")), Int32(n), &vectors, Int32(n), &ascending)
    guard status == 0 else { throw .eigenvaluesFailed(status: Int(status)) }
    vectors.withUnsafeMutableBufferPointer { vectors in
      for k in 0..<(n / 2) {
        let mirrored = n - 1 - k
        for j in 0..<n { vectors.swapAt(k * n + j, mirrored * n + j) }
      }
    }
    return (ascending.reversed(), vectors)
  }

  /// The n values λ with Ax = λBx, descending, for a positive definite B of the same order: the eigenvalues of B^(−½)
  /// A B^(−½) (LAPACK's `dsygv`). Throws `eigenvaluesFailed`, with a status above n where B is not positive definite.
  public consuming func generalizedEigenvalues(
    relativeTo other: consuming SymmetricMatrix
  ) throws(LinearAlgebraError) -> [Double] {
    precondition(order == other.order, "matrices of orders \(order) and \(other.order)")
    guard order > 0 else { return [] }
    let n = Int32(order)
    var ascending = [Double](repeating: 0, count: order)
    let status = LAPACKE_dsygv(
      LAPACK_COL_MAJOR, 1, CChar(UInt8(ascii: "N")), CChar(UInt8(ascii: "L")), n, &upperTriangle, n,
      &other.upperTriangle, n, &ascending)
    guard status == 0 else { throw .eigenvaluesFailed(status: Int(status)) }
    return ascending.reversed()
  }
}
