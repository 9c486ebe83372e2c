import Glibc

extension Scale {
  /// Bounds that a scale of a kind can show, in place of any two with `lower` ≤ `upper`.
  static func domain(_ kind: Kind, _ lower: Double, _ upper: Double) -> (Double, Double) {
    switch kind {
    case .linear:
      guard lower.isFinite, upper.isFinite else { return (0, 1) }
      return (upper / 2 - lower / 2).isNormal ? (lower, upper) : apart(lower, upper)
    case .logarithmic:
      guard lower.isFinite, upper.isFinite, upper > 0 else { return (1, 10) }
      // Subnormal values have too few digits for a logarithm to place them.
      let top = max(upper, 1000 * .leastNormalMagnitude)
      let bottom = max(lower > 0 ? lower : top / 1000, .leastNormalMagnitude)
      guard log10(top) > log10(bottom) else { return (bottom / 2, min(top * 2, .greatestFiniteMagnitude)) }
      return (bottom, top)
    case .symmetricLogarithmic:
      guard lower.isFinite, upper.isFinite else { return (0, 1) }
      // Wide enough to be told apart on either side of the threshold.
      let isWide = upper / 2 - lower / 2 > 1e-12 * max(abs(lower), abs(upper)) && upper / 2 - lower / 2 > 1e-290
      return isWide ? (lower, upper) : apart(lower, upper)
    }
  }

  /// The power of ten nearest to a threshold, or three decades below the farther bound where that is none.
  static func decade(_ threshold: Double?, below farthest: Double) -> Double {
    let wanted = threshold.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? farthest / 1000
    return pow(10, min(max(log10(max(wanted, .leastNormalMagnitude)).rounded(), -300), 300))
  }

  private static func apart(_ lower: Double, _ upper: Double) -> (Double, Double) {
    let half = max(0.5, abs(lower) * 1e-3)
    return (max(lower - half, -.greatestFiniteMagnitude), min(upper + half, .greatestFiniteMagnitude))
  }
}
