import Glibc
import Statistics

/// Whether one of two quantities goes with a third more closely than the other does, all measured on the same models.
public struct DependentCorrelations: Sendable, Equatable {
  /// Of the first quantity with the outcome.
  public let first: Correlation
  /// Of the second.
  public let second: Correlation
  /// Of both quantities.
  public let between: Correlation
  /// Positive where the first is the closer one; standard normal where both are equally close.
  public let z: Double
  /// Two-sided, against |first| = |second|.
  public let pValue: Double

  /// Steiger's Z̄₁* for correlations that have one variable in common (1980, eqs. 3, 11, 14), by Fisher's z with the mean of both
  /// correlations in their covariance. Closeness is |r|: a quantity is turned over where it correlates negatively, which a loss
  /// should. Of Spearman's ρ it is an approximation (Myers & Sirois 2006).
  ///
  /// Nil where one of the three has no correlation or one of them is ±1, and for fewer than four models.
  public init?(
    _ coefficient: Correlation.Coefficient, of x: [Double], and other: [Double], with outcome: [Double]
  ) {
    guard coefficient != .kendall, let first = Correlation(coefficient, of: x, with: outcome),
      let second = Correlation(coefficient, of: other, with: outcome),
      let between = Correlation(coefficient, of: x, with: other), first.count > 3
    else { return nil }
    let isTurned = (first.value < 0) != (second.value < 0)
    let (a, b, c) = (abs(first.value), abs(second.value), isTurned ? -between.value : between.value)
    guard a < 1, b < 1, abs(c) < 1 else { return nil }
    let mean = (a + b) / 2
    let square = mean * mean
    let dependence = c * (1 - 2 * square) - square * (1 - 2 * square - c * c) / 2
    let covariance = dependence / ((1 - square) * (1 - square))
    z = (atanh(a) - atanh(b)) * (Double(first.count - 3) / (2 - 2 * covariance)).squareRoot()
    guard z.isFinite else { return nil }
    (self.first, self.second, self.between) = (first, second, between)
    pValue = NormalDistribution.tails(beyond: z)
  }

  /// Whether one is closer than chance explains.
  public var isDifferent: Bool { pValue < Correlation.significance }
}
