/// How the number of probes grows over the steps, against M·Σ1/s: what it would be if of the s-th batch one model in s were probed. Over H
/// steps that is about M·ln H, in place of M·H.
public struct HarmonicGrowth: Sendable, Equatable {
  /// M·(1 + 1/2 + … + 1/s) after every step s.
  public let harmonic: [Double]
  /// Mean number of probes after every step.
  public let probes: [Double]
  /// The factor by which the probes exceed M·Σ1/s: least squares through the origin.
  public let ratio: Double
  /// The largest distance of the probes from ratio · M·Σ1/s, as a share of this. Large where they do not grow in this way.
  public let largestDeviation: Double

  /// - Parameter probesPerStep: mean number of probes in each step.
  init(probesPerStep: [Double], parallel: Int) {
    let harmonic = Self.harmonic(parallel: parallel, stepCount: probesPerStep.count)
    var sum = 0.0
    let probes = probesPerStep.map { count in
      sum += count
      return sum
    }
    let squares = harmonic.reduce(0) { $0 + $1 * $1 }
    let ratio = zip(harmonic, probes).reduce(0) { $0 + $1.0 * $1.1 } / max(squares, .leastNormalMagnitude)
    self.harmonic = harmonic
    self.probes = probes
    self.ratio = ratio
    largestDeviation = zip(harmonic, probes).reduce(0) { max($0, abs($1.1 / (ratio * $1.0) - 1)) }
  }

  /// M·(1 + 1/2 + … + 1/s) after every step s.
  public static func harmonic(parallel: Int, stepCount: Int) -> [Double] {
    var terms = 0.0
    return (0..<stepCount).map { step in
      terms += 1 / Double(step + 1)
      return Double(parallel) * terms
    }
  }
}
