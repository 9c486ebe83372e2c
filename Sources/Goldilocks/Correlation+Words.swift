import Glibc

extension Correlation {
  /// Whether the interval leaves 0 out, so that the sign is told from chance.
  public var hasClearSign: Bool { !interval.contains(0) }

  /// Strength and sign, such as `strong positive`; `none to speak of` where the interval contains 0.
  ///
  /// Evans (1996) on |r|: below 0.2 very weak, below 0.4 weak, below 0.6 moderate, below 0.8 strong, else very strong. τ-b is
  /// smaller for the same pairs, and goes by the r that normal pairs of that τ have, sin(πτ/2) (Greiner 1909).
  public var words: String {
    guard hasClearSign else { return "none to speak of" }
    let linear = coefficient == .kendall ? sin(.pi / 2 * value) : value
    let strength =
      switch abs(linear) {
      case ..<0.2: "very weak"
      case ..<0.4: "weak"
      case ..<0.6: "moderate"
      case ..<0.8: "strong"
      default: "very strong"
      }
    return "\(strength) \(value < 0 ? "negative" : "positive")"
  }
}
