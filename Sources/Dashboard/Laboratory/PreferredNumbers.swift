import Foundation

/// 1, 2, 5, 10, 20, 50 and so on, and the same below 1: sizes that are worth comparing.
enum PreferredNumbers {
  private static let exponents = -2...9
  private static let all = exponents.flatMap { exponent in
    // Divided, because 10⁻² itself is not exact.
    [1.0, 2, 5].map { exponent < 0 ? $0 / pow(10, -Double(exponent)) : $0 * pow(10, Double(exponent)) }
  }

  /// The next one above or below; nil where there is none.
  static func next(to value: Double, up: Bool) -> Double? {
    up ? all.first { $0 > value } : all.last { $0 < value }
  }
}
