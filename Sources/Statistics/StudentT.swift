import Glibc

/// Student's t distribution with a whole number of degrees of freedom.
///
/// Source: Abramowitz & Stegun, *Handbook of Mathematical Functions*, 26.7.3–4: finite sums in θ = arctan(t/√ν).
public struct StudentT: Sendable {
  /// ν ≥ 1.
  let degreesOfFreedom: Int

  /// - Parameter degreesOfFreedom: ν ≥ 1.
  public init(degreesOfFreedom: Int) { self.degreesOfFreedom = degreesOfFreedom }

  /// The t that |T| does not exceed with this probability, between 0 and 1.
  public func bound(probability: Double) -> Double {
    // Bisection of θ to the last bit: the probability grows with it, and nothing is gained by being faster.
    var low = 0.0
    var high = Double.pi / 2
    while true {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if centralProbability(angle: middle) < probability { low = middle } else { high = middle }
    }
    return Double(degreesOfFreedom).squareRoot() * tan(low)
  }

  /// P(|T| ≤ √ν tan θ).
  private func centralProbability(angle: Double) -> Double {
    let isOdd = degreesOfFreedom % 2 == 1
    let cosine = cos(angle)
    // Odd: cos θ + 2/3 cos³θ + … up to cos^(ν−2); even: 1 + 1/2 cos²θ + … up to cos^(ν−2).
    var sum = 0.0
    var term = isOdd ? cosine : 1
    var power = isOdd ? 1 : 0
    while power <= degreesOfFreedom - 2 {
      sum += term
      term *= Double(power + 1) / Double(power + 2) * cosine * cosine
      power += 2
    }
    return isOdd ? 2 / .pi * (angle + sin(angle) * sum) : sin(angle) * sum
  }
}
