/// Why a matrix could not be formed or reduced.
public enum LinearAlgebraError: Error, Sendable, Equatable {
  /// The order exceeds `SymmetricMatrix.greatestOrder`, beyond which LAPACK's 32-bit indices overflow.
  case orderTooLarge(Int)
  /// The order exceeds `SymmetricMatrix.greatestOrderOfEigenvectors`, beyond which LAPACK's 32-bit count of its own
  /// workspace wraps.
  case orderTooLargeForEigenvectors(Int)
  /// So many features make rows whose length BLAS's 32-bit indices cannot hold.
  case tooManyFeatures(Int)
  /// The analysis would take `needed` bytes at its peak, where `limit` are to be had.
  case tooMuchMemory(needed: Int, limit: Int)
  /// LAPACK returned this status: negative for an unusable matrix, positive when it did not converge.
  case eigenvaluesFailed(status: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  /// One sentence without a full stop, for people.
  public var description: String {
    switch self {
    case .orderTooLarge(let order):
      "a matrix of order \(order) is larger than LAPACK's indices allow (\(SymmetricMatrix.greatestOrder))"
    case .orderTooLargeForEigenvectors(let order):
      "eigenvectors of a matrix of order \(order) take more workspace than LAPACK's indices can count; they go up to order "
        + "\(SymmetricMatrix.greatestOrderOfEigenvectors)"
    case .tooManyFeatures(let count):
      "rows of \(count) features are longer than BLAS's indices allow (\(Int32.max))"
    case .tooMuchMemory(let needed, let limit):
      "takes \(Self.size(needed)) of memory; \(Self.size(limit)) are to be had"
    case .eigenvaluesFailed(let status):
      "LAPACK found no eigenvalues (status \(status))"
    }
  }
  /// Rounded up, to tenths of GiB, below one GiB to tenths of MiB.
  private static func size(_ bytes: Int) -> String {
    guard bytes < .max else { return "more memory than can be addressed" }
    let (unit, name) = bytes < 1 << 30 ? (0x1p20, "MiB") : (0x1p30, "GiB")
    return "\((Double(bytes) / unit * 10).rounded(.up) / 10) \(name)"
  }
}
