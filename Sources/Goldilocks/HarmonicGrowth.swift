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
    var (sum, terms) = (0.0, 0.0)
    var (harmonic, probes): ([Double], [Double]) = ([], [])
    for (index, count) in probesPerStep.enumerated() {
      sum += count
      terms += 1 / Double(index + 1)
      probes.append(sum)
      harmonic.append(Double(parallel) * terms)
    }
    let squares = harmonic.reduce(0) { $0 + $1 * $1 }
    let ratio = zip(harmonic, probes).reduce(0) { $0 + $1.0 * $1.1 } / max(squares, .leastNormalMagnitude)
    self.harmonic = harmonic
    self.probes = probes
    self.ratio = ratio
    largestDeviation = zip(harmonic, probes).reduce(0) { max($0, abs($1.1 / (ratio * $1.0) - 1)) }
  }
}
