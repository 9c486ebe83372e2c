/// A power of two by which features are divided before they are squared, so that neither the largest nor the smallest
/// finite features leave the range of a double. Powers of two change no digit.
struct RowScaling: Sendable, Equatable {
  /// Features are multiplied by 2^(−exponent).
  private(set) var exponent = 0
  var factor: Double { Double(sign: .plus, exponent: -exponent, significand: 1) }

  /// Squares of numbers below 2^256 can be summed 2^511 times; squares of those above 2^(−256) keep all their digits.
  private static let safeExponents = -256...256

  /// The exponent for features that are at most this large in magnitude.
  init(magnitude: Double) {
    guard magnitude > 0, !Self.safeExponents.contains(Int(magnitude.exponent)) else { return }
    // A factor beyond 2^±1022 is not a normal number itself.
    exponent = min(max(Int(magnitude.exponent), -1_000), 1_000)
  }

  /// Whether features this large, so scaled, can still be squared and summed.
  func holds(magnitude: Double) -> Bool {
    magnitude == 0 || Int(magnitude.exponent) - exponent <= Self.safeExponents.upperBound
  }
}
