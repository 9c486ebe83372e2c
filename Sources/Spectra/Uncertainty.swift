import Glibc
import Statistics

/// How far an estimate is to be trusted, from what it becomes when one group of rows at a time is left out.
///
/// It covers the sampling of rows around the expected estimate at this N, not around the value of an infinite sample.
public struct Uncertainty: Sendable, Equatable {
  /// Of the estimate, in its unit.
  public let standardError: Double
  /// The estimate ± t · `standardError`, t of Student's distribution with G − 1 degrees of freedom at `confidence`.
  public let interval: ClosedRange<Double>

  /// Probability that the interval covers.
  public static let confidence = 0.95

  /// The delete-one-group jackknife: SE = √((G − 1)/G · Σ(θ₍g₎ − θ̄)²) over G groups.
  ///
  /// - Parameters:
  ///   - estimate: from all rows.
  ///   - replicates: θ₍g₎, the estimates without each of the groups.
  /// Nil for fewer than two replicates, and where a number is not finite.
  public init?(estimate: Double, replicates: [Double]) {
    guard replicates.count >= 2 else { return nil }
    let count = Double(replicates.count)
    let mean = replicates.reduce(0, +) / count
    let squares = replicates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let standardError = ((count - 1) / count * squares).squareRoot()
    let half = StudentT(degreesOfFreedom: replicates.count - 1).bound(probability: Self.confidence) * standardError
    guard (estimate - half).isFinite, (estimate + half).isFinite else { return nil }
    self.standardError = standardError
    interval = (estimate - half)...(estimate + half)
  }
}
