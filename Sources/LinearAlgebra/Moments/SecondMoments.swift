/// The centred second moments of a feature matrix, reduced to the smaller of its two symmetric problems.
public struct SecondMoments: Sendable {
  /// Ĉ (D × D) or the centred Gram matrix over N (N × N): both have the non-zero eigenvalues of the covariance. In
  /// units of 2^`exponent`.
  public private(set) var matrix: SymmetricMatrix
  /// How the mean lies against the matrix.
  let coupling: MeanCoupling
  /// Mean squared norm of the rows about the origin, the trace of the uncentred second moment, in units of
  /// 2^`exponent`.
  public var meanSquaredNorm: Double { meanSquares.reduce(0, +) }
  /// mᵢ, the mean square of each feature about the origin: the diagonal of the uncentred second moment, D numbers in units
  /// of 2^`exponent`. Of a part of the rows of a Gram matrix, those of all its rows; where one of these turned out unusable in
  /// a later slab than the first, their mean, for each.
  public let meanSquares: [Double]
  /// Rows that entered.
  public let sampleCount: Int
  /// Rows left out because they hold a NaN or an infinity.
  public let nonFiniteRowCount: Int
  /// Binary exponent of the unit of all second moments here. It is 0 unless the features are so large or so small
  /// that their squares leave the range of the numbers in which they were accumulated.
  public let exponent: Int

  /// Hands the matrix over, so that whoever overwrites it is its only owner and copies nothing.
  mutating func takeMatrix() -> SymmetricMatrix {
    var taken = SymmetricMatrix.empty
    swap(&taken, &matrix)
    return taken
  }
}
