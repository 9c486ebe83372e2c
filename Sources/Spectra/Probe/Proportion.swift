/// How often something held, and the probability that this speaks for.
public struct Proportion: Sendable, Equatable {
  /// How often it held.
  public let successes: Int
  /// How often it could have held, at least once.
  public let count: Int

  /// At most as many successes as `count`, which is at least 1.
  public init(successes: Int, count: Int) {
    self.successes = successes
    self.count = count
  }

  /// Between 0 and 1.
  public var value: Double { Double(successes) / Double(count) }

  /// Wilson's interval for the probability, of 95 % confidence.
  ///
  /// Source: Wilson, *Probable inference, the law of succession, and statistical inference*, 1927.
  public var interval: ClosedRange<Double> {
    // The normal distribution's quantile at 0.975.
    let z = 1.959_963_984_540_054
    let n = Double(count)
    let centre = value + z * z / (2 * n)
    let half = z * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    // Where it meets an end it does so exactly, but for rounding.
    let low = successes == 0 ? 0 : max(0, (centre - half) / scale)
    let high = successes == count ? 1 : min(1, (centre + half) / scale)
    return low...high
  }
}
