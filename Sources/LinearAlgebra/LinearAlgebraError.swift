/// Why a matrix could not be formed or reduced.
public enum LinearAlgebraError: Error, Sendable, Equatable {
  /// The order exceeds `SymmetricMatrix.greatestOrder`, beyond which LAPACK's 32-bit indices overflow.
  case orderTooLarge(Int)
  /// So many features make rows whose length BLAS's 32-bit indices cannot hold.
  case tooManyFeatures(Int)
  /// The analysis would take `needed` bytes at its peak, where `limit` are to be had.
  case tooMuchMemory(needed: Int, limit: Int)
  /// LAPACK returned this status: negative for an unusable matrix, positive when it did not converge.
  case eigenvaluesFailed(status: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .orderTooLarge(let order):
      "a matrix of order \(order) is larger than LAPACK's indices allow (\(SymmetricMatrix.greatestOrder))"
    case .tooManyFeatures(let count):
      "rows of \(count) features are longer than BLAS's indices allow (\(Int32.max))"
    case .tooMuchMemory(let needed, let limit):
      "takes \(Self.gibibytes(needed)) of memory; \(Self.gibibytes(limit)) are to be had"
    case .eigenvaluesFailed(let status):
      "LAPACK found no eigenvalues (status \(status))"
    }
  }
  /// Rounded up to tenths, so that nothing takes 0.0 GiB.
  private static func gibibytes(_ bytes: Int) -> String {
    "\((Double(bytes) / 0x1p30 * 10).rounded(.up) / 10) GiB"
  }
}
