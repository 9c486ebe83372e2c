/// A power of two by which features are divided before they are squared, so that neither the largest nor the smallest
/// finite features leave the range of the numbers that are to hold their squares. Powers of two change no digit.
struct RowScaling: Sendable, Equatable {
  /// Features are multiplied by 2^(−exponent).
  private(set) var exponent = 0
  /// Exponents of magnitudes whose squares can be summed as they are.
  let range: ClosedRange<Int>
  var factor: Double { Double(sign: .plus, exponent: -exponent, significand: 1) }

  /// Squares of numbers below 2^256 can be summed 2^511 times; squares of those above 2^(−256) keep all their digits.
  static let squaresOfDoubles = -256...256
  /// Squares of numbers below 2^40 can be summed 2^47 times; of those near 2^(−20), what is 2^(−43) as large still
  /// counts.
  static let squaresOfFloats = -20...40

  /// Exponents that a scaling may have: a factor beyond 2^±1022 is not a normal number itself.
  static let exponents = -1_000...1_000

  /// A scaling that has been chosen before; `exponent` is one of `exponents`.
  init(exponent: Int, range: ClosedRange<Int>) {
    self.exponent = exponent
    self.range = range
  }

  /// The exponent for features that are at most this large in magnitude.
  init(magnitude: Double, range: ClosedRange<Int> = squaresOfDoubles) {
    self.range = range
    guard magnitude > 0, !range.contains(Int(magnitude.exponent)) else { return }
    exponent = min(max(Int(magnitude.exponent), Self.exponents.lowerBound), Self.exponents.upperBound)
  }

  /// Whether features this large, so scaled, can still be squared and summed.
  func holds(magnitude: Double) -> Bool {
    magnitude == 0 || Int(magnitude.exponent) - exponent <= range.upperBound
  }
}
