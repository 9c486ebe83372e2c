extension SecondMoments {
  /// All eigenvalues of the centred matrix, descending, with an eigenvector each.
  ///
  /// - Returns: `vectors` is n × n, row-major; row k is the unit eigenvector of `eigenvalues[k]`, n the order of the
  ///   matrix.
  /// - Throws: `orderTooLargeForEigenvectors`, `eigenvaluesFailed`. Takes 16·n² bytes beside the matrix, whose storage
  ///   the vectors take over.
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
