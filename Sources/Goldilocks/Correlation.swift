import Glibc
import Statistics

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
  /// Two-sided, against independence. ρ and τ-b exactly for up to nine pairs, over all orders, ties included. Beyond that r and ρ
  /// by Student's t with n − 2 degrees of freedom, ρ with no less than 2/n!; τ-b exactly for up to 33 pairs (and for at most one pair out of order) without
  /// ties, else by the normal approximation with ties: as scipy does unless told otherwise.
  public let pValue: Double
  /// Covers the coefficient of the population with probability ``confidence``.
  ///
  /// Fisher's z = artanh(value) ± 1.96 s, back by tanh. s² is 1/(n − 3) for r (Fisher 1921), (1 + ρ²/2)/(n − 3) for ρ (Bonett &
  /// Wright 2000), 0.437/(n − 4) for τ-b (Fieller, Hartley & Pearson 1957). −1…1 where n is too small for that.
  ///
  /// r = ±1 has the value alone. ρ and τ-b of ±1 have the bound of the next smaller value that n untied pairs can have: perfect
  /// order is common among few. The interval of both agrees with ``pValue``: it reaches to 0 where chance explains the order,
  /// and ends before 0 where it does not.
  public let interval: ClosedRange<Double>
  /// n, the number of pairs.
  public let count: Int

  public static let confidence = 0.95
  /// Chance explains what has a greater p.
  public static let significance = 0.05

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
      self.init(
        linear: coefficient, xRanks, yRanks, controls: 0,
        exactChance: Self.exactChance(PermutationChance.spearman, x, y))
    case .kendall:
      self.init(PairOrder(x, y), exactChance: Self.exactChance(PermutationChance.kendall, x, y))
    }
  }

  /// Nil where there are too many pairs to visit all orders.
  private static func exactChance(
    _ chance: ([Double], [Double]) -> Double, _ x: [Double], _ y: [Double]
  ) -> Double? {
    x.count <= PermutationChance.greatestCount ? chance(fractionalRanks(x), fractionalRanks(y)) : nil
  }

  /// degree of freedom.
  init(linear coefficient: Coefficient, _ x: Deviations, _ y: Deviations, controls: Int, exactChance: Double? = nil) {
    self.coefficient = coefficient
    count = x.scaled.count
    value = Self.linear(x, y)
    // Two orders of n! are perfect: no chance is smaller, where Student's t has 0 for ρ = ±1.
    let least = coefficient == .spearman ? 2 / tgamma(Double(count + 1)) : 0
    pValue = exactChance ?? max(least, Self.chanceOfLinear(value, degreesOfFreedom: count - 2 - controls))
    let degreesOfFreedom = Double(count - 3 - controls)
    guard coefficient == .spearman else {
      interval = Self.interval(of: value, variance: 1 / degreesOfFreedom)
      return
    }
    // One exchange of neighbours is the least departure from perfect order: Σd² = 2.
    let n = Double(count)
    let bounded = Self.bounded(value, by: 1 - 12 / (n * (n * n - 1)))
    interval = Self.rankInterval(
      Self.interval(of: bounded, variance: (1 + bounded * bounded / 2) / degreesOfFreedom), of: value, pValue)
  }

  private init(_ pairs: PairOrder, exactChance: Double?) {
    coefficient = .kendall
    count = pairs.count
    value = pairs.tauB
    pValue = exactChance ?? pairs.chance
    let n = Double(count)
    let bounded = Self.bounded(value, by: 1 - 4 / (n * (n - 1)))
    interval = Self.rankInterval(Self.interval(of: bounded, variance: 0.437 / (n - 4)), of: value, pValue)
  }

  /// The value, or the next smaller one where it is ±1.
  private static func bounded(_ value: Double, by next: Double) -> Double {
    abs(value) < 1 ? value : value * next
  }

  /// The interval with the value in it, and with 0 in it only if chance explains the order.
  private static func rankInterval(
    _ interval: ClosedRange<Double>, of value: Double, _ pValue: Double
  ) -> ClosedRange<Double> {
    let (lower, upper) = (min(interval.lowerBound, value), max(interval.upperBound, value))
    if pValue >= significance { return min(lower, 0)...max(upper, 0) }
    return value < 0 ? lower...min(upper, -.leastNormalMagnitude) : max(lower, .leastNormalMagnitude)...upper
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
