import Glibc

/// The standard normal distribution.
public enum NormalDistribution {
  /// P(|Z| > |z|).
  public static func tails(beyond z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The z that |Z| does not exceed with this probability, between 0 and 1.
  public static func bound(probability: Double) -> Double {
    // Bisection to the last bit; nothing is beyond 40.
    var (low, high) = (0.0, 40.0)
    while true {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { return low }
      if tails(beyond: middle) > 1 - probability { low = middle } else { high = middle }
    }
  }
}
