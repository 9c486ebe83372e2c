import Glibc

/// How two quantities of the same models go together, with what is needed to judge it: the probability of as much by chance,
/// an interval, and the number of pairs.
public struct Correlation: Sendable, Equatable {
  /// What is measured.
  public enum Coefficient: String, Sendable, CaseIterable {
    /// r: how near the pairs are to a straight line.
    case pearson
    /// ρ: r of the ranks, of which equal values share the mean.
    case spearman
    /// τ-b: pairs of pairs in the same order less those in opposite order, as a share, ties accounted for.
    case kendall
  }

  public let coefficient: Coefficient
  /// −1…1.
  public let value: Double
  /// Two-sided, against independence. r and ρ by Student's t with n − 2 degrees of freedom; τ-b exactly for up to 33 pairs
  /// (and for at most one pair out of order) without ties, else by the normal approximation with ties: as scipy does unless told
  /// otherwise.
  public let pValue: Double
  /// Covers the coefficient of the population with probability ``confidence``.
  ///
  /// Fisher's z = artanh(value) ± 1.96 s, back by tanh. s² is 1/(n − 3) for r (Fisher 1921), (1 + ρ²/2)/(n − 3) for ρ (Bonett &
  /// Wright 2000), 0.437/(n − 4) for τ-b (Fieller, Hartley & Pearson 1957). −1…1 where n is too small for that, the value alone
  /// where it is ±1.
  public let interval: ClosedRange<Double>
  /// n, the number of pairs.
  public let count: Int

  public static let confidence = 0.95

  /// O(n log n) for n pairs.
  ///
  /// Nil for fewer than three pairs, for lists of different lengths, where all x or all y are the same, and where a number or a
  /// difference of two is not finite.
  public init?(_ coefficient: Coefficient, of x: [Double], with y: [Double]) {
    guard x.count == y.count, x.count >= 3, let xs = Deviations(x), let ys = Deviations(y),
      !xs.isConstant, !ys.isConstant
    else { return nil }
    switch coefficient {
    case .pearson: self.init(linear: coefficient, xs, ys, controls: 0)
    case .spearman:
      guard let xRanks = Deviations(fractionalRanks(x)), let yRanks = Deviations(fractionalRanks(y)) else { return nil }
      self.init(linear: coefficient, xRanks, yRanks, controls: 0)
    case .kendall:
      self.init(PairOrder(x, y))
    }
  }

  /// Of deviations, of ranks or not, from which `controls` other quantities were taken out (0 for a plain correlation): every one costs a
  /// degree of freedom.
  init(linear coefficient: Coefficient, _ x: Deviations, _ y: Deviations, controls: Int) {
    self.coefficient = coefficient
    count = x.scaled.count
    value = Self.linear(x, y)
    pValue = Self.chanceOfLinear(value, degreesOfFreedom: count - 2 - controls)
    let spread = coefficient == .spearman ? 1 + value * value / 2 : 1
    interval = Self.interval(of: value, variance: spread / Double(count - 3 - controls))
  }

  private init(_ pairs: PairOrder) {
    coefficient = .kendall
    count = pairs.count
    value = pairs.tauB
    pValue = pairs.chance
    interval = Self.interval(of: value, variance: 0.437 / Double(count - 4))
  }

  /// r; exactly ±1 for deviations that are the same but for a sign.
  private static func linear(_ x: Deviations, _ y: Deviations) -> Double {
    let value = x.product(with: y) / (x.sumOfSquares * y.sumOfSquares).squareRoot()
    return min(1, max(-1, value))
  }

  /// P(|R| ≥ |r|) of independent normal pairs.
  private static func chanceOfLinear(_ r: Double, degreesOfFreedom: Int) -> Double {
    regularizedIncompleteBeta((1 - r) * (1 + r), complement: r * r, a: Double(degreesOfFreedom) / 2, b: 0.5)
  }

  private static let normalBound = NormalDistribution.bound(probability: confidence)

  private static func interval(of value: Double, variance: Double) -> ClosedRange<Double> {
    guard variance > 0, variance.isFinite else { return -1...1 }
    let half = normalBound * variance.squareRoot()
    return tanh(atanh(value) - half)...tanh(atanh(value) + half)
  }
}
