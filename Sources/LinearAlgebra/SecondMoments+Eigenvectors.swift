import COpenBLAS

extension SecondMoments {
  /// All eigenvalues of the centred matrix, descending, with an eigenvector each.
  ///
  /// - Returns: `vectors` is n × n, row-major; row k is the unit eigenvector of `eigenvalues[k]`, n the order of the
  ///   matrix.
  /// - Throws: `eigenvaluesFailed`. Takes 16·n² bytes beside the matrix, whose storage the vectors take over.
  public consuming func eigenvectors() throws(LinearAlgebraError) -> (eigenvalues: [Double], vectors: [Double]) {
    try takeMatrix().eigenvectors()
  }

  /// The same of the second moment about the origin: of D × D, (1/N) Σ xxᵀ; of N × N, (1/N) XXᵀ.
  public consuming func uncentredEigenvectors() throws(LinearAlgebraError) -> (
    eigenvalues: [Double], vectors: [Double]
  ) {
    var matrix = takeMatrix()
    coupling.addMean(to: &matrix)
    return try matrix.eigenvectors()
  }

  /// μ of a covariance, D values in the unit of the features, 2^(`exponent` / 2); nil of a Gram matrix, which does
  /// not hold it.
  public var mean: [Double]? {
    guard case .covariance(let mean) = coupling else { return nil }
    return mean
  }
}

extension SymmetricMatrix {
  /// All n eigenvalues, descending, and n × n row-major, in row k, the unit eigenvector of each (LAPACK's `dsyevd`).
  /// The vectors take over the storage. Throws `eigenvaluesFailed`.
  consuming func eigenvectors() throws(LinearAlgebraError) -> (eigenvalues: [Double], vectors: [Double]) {
    let n = order
    guard n > 0 else { return ([], []) }
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
