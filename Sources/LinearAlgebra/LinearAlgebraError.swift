/// Why a matrix could not be formed or reduced.
public enum LinearAlgebraError: Error, Sendable, Equatable {
  /// The order exceeds `SymmetricMatrix.greatestOrder`, beyond which LAPACK's 32-bit indices overflow.
  case orderTooLarge(Int)
  /// LAPACK's `dsyevd` returned this status: negative for an unusable matrix, positive when it did not converge.
  case eigenvaluesFailed(status: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .orderTooLarge(let order):
      "a matrix of order \(order) is larger than LAPACK's indices allow (\(SymmetricMatrix.greatestOrder))"
    case .eigenvaluesFailed(let status):
      "LAPACK found no eigenvalues (dsyevd returned \(status))"
    }
  }
}
