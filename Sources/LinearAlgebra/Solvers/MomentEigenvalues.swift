/// The spectra of one set of second moments, in their units.
public struct MomentEigenvalues: Sendable, Equatable {
  /// All eigenvalues of the centred matrix, descending: D of a covariance, N of a Gram matrix, of which one is 0.
  public let centred: [Double]
  /// The min(N, D) eigenvalues, descending, of the second moment about the origin, (1/N) Σ xxᵀ: the squared singular
  /// values over N of the features as they are. Nil where it was not asked for.
  public let uncentred: [Double]?
}

extension SecondMoments {
  /// The centred spectrum, and the uncentred one from the same reduction. Overwrites the matrix.
  ///
  /// The two matrices differ by what the mean does: a reduction that takes the mean's direction to e₁ confines that
  /// to the first element of the tridiagonal matrix (covariance), or to one further row and column (Gram matrix).
  ///
  /// - Throws: `eigenvaluesFailed` where the matrix is not finite or LAPACK does not converge.
  public consuming func eigenvalues(includingUncentred: Bool = true) throws(LinearAlgebraError) -> MomentEigenvalues {
    let coupling = coupling
    let rank = min(sampleCount, coupling.dimension)
    let direction = includingUncentred ? coupling.direction : nil
    let centred = try takeMatrix().tridiagonal(taking: direction)
    guard includingUncentred else { return MomentEigenvalues(centred: try centred.eigenvalues(), uncentred: nil) }
    let uncentred = try coupling.uncentred(centred).eigenvalues()
    return MomentEigenvalues(centred: try centred.eigenvalues(), uncentred: Array(uncentred.prefix(rank)))
  }
}
