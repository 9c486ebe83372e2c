import COpenBLAS

/// What distinguishes the second moment about the origin from the one about the mean μ.
enum MeanCoupling: Sendable {
  /// Of a covariance: M = Ĉ + μμᵀ. D values.
  case covariance(mean: [Double])
  /// Of a centred Gram matrix over N, G: with u = 1/√N (so that Gu = 0) and w = X_c μ (so that wᵀu = 0), the one
  /// about the origin is G + (wuᵀ + uwᵀ)/√N + ‖μ‖²uuᵀ. N values.
  case gram(projections: [Double], squaredNorm: Double)

  /// Order of the matrix.
  var dimension: Int { direction.count }

  /// The vector that a reduction has to take to e₁.
  var direction: [Double] {
    switch self {
    case .covariance(let mean): mean
    case .gram(let projections, _): projections
    }
  }

  /// ‖μ‖².
  var squaredNormOfMean: Double {
    switch self {
    case .covariance(let mean): cblas_ddot(Int32(mean.count), mean, 1, mean, 1)
    case .gram(_, let squaredNorm): squaredNorm
    }
  }

  /// A tridiagonal matrix with the spectrum about the origin, from that of the centred matrix: of the same order, or,
  /// for a Gram matrix, larger by one and with one eigenvalue 0 too many (u appears as the border and within the
  /// matrix).
  func uncentred(_ centred: TridiagonalMatrix) -> TridiagonalMatrix {
    switch self {
    case .covariance:
      guard !centred.diagonal.isEmpty else { return centred }
      var result = centred
      result.diagonal[0] += squaredNormOfMean
      return result
    case .gram(let projections, let squaredNorm):
      let n = projections.count
      let coupling = n == 0 ? 0 : cblas_dnrm2(Int32(n), projections, 1) / Double(n).squareRoot()
      return centred.bordered(corner: squaredNorm, coupling: coupling)
    }
  }

  /// Turns the centred matrix into the one about the origin.
  func addMean(to matrix: inout SymmetricMatrix) {
    guard matrix.order > 0 else { return }
    switch self {
    case .covariance(let mean):
      matrix.add(1, timesSquareOf: mean)
    case .gram(let projections, let squaredNorm):
      // The rest but for wuᵀ + uwᵀ is a multiple of 11ᵀ.
      let n = Int32(matrix.order)
      let count = Double(matrix.order)
      let half = projections.map { $0 / count + squaredNorm / count / 2 }
      let ones = [Double](repeating: 1, count: matrix.order)
      cblas_dsyr2(CblasRowMajor, CblasUpper, n, 1, half, 1, ones, 1, &matrix.upperTriangle, n)
    }
  }
}
