/// The line y = a + b·x for which the sum of the squared residuals is least, with how far it is to be trusted if these are normal and
/// independent.
public struct LeastSquaresLine: Sendable, Equatable {
  /// a.
  public let intercept: Double
  /// b.
  public let slope: Double
  public let interceptStandardError: Double
  public let slopeStandardError: Double
  /// Share of the variance of y that the line accounts for; nil where y has none.
  public let rSquared: Double?
  /// √(Σ residual² / (n − 2)), in units of y.
  public let residualDeviation: Double
  /// n, the number of points.
  public let count: Int

  /// Probability that the band covers the mean of y at an x.
  public static let confidence = 0.95

  private let meanX: Double
  private let meanY: Double
  /// √Σ(x − x̄)².
  private let spread: Double
  /// t of Student's distribution with n − 2 degrees of freedom at ``confidence``.
  private let bound: Double

  /// Nil for fewer than three points, for lists of different lengths, where all x are the same, and where a result is not finite.
  public init?(x: [Double], y: [Double]) {
    guard x.count == y.count, x.count >= 3, let xs = Deviations(x), let ys = Deviations(y), !xs.isConstant else {
      return nil
    }
    let n = Double(x.count)
    // In units of the largest deviations.
    let ratio = xs.product(with: ys) / xs.sumOfSquares
    let residualSquares = zip(xs.scaled, ys.scaled).reduce(0.0) { sum, point in
      let residual = point.1 - ratio * point.0
      return sum + residual * residual
    }
    slope = ratio * (ys.unit / xs.unit)
    intercept = ys.mean - slope * xs.mean
    residualDeviation = ys.unit * (residualSquares / (n - 2)).squareRoot()
    rSquared = ys.isConstant ? nil : max(0, 1 - residualSquares / ys.sumOfSquares)
    count = x.count
    (meanX, meanY) = (xs.mean, ys.mean)
    spread = xs.unit * xs.sumOfSquares.squareRoot()
    bound = StudentT(degreesOfFreedom: x.count - 2).bound(probability: Self.confidence)
    slopeStandardError = residualDeviation / spread
    let lever = xs.mean / spread
    interceptStandardError = residualDeviation * (1 / n + lever * lever).squareRoot()
    guard slope.isFinite, intercept.isFinite, slopeStandardError.isFinite, interceptStandardError.isFinite else {
      return nil
    }
  }

  public func value(at x: Double) -> Double { meanY + slope * (x - meanX) }

  /// The band at x: where the mean of all y at this x is to be expected, not where a further y would be. Nil where that is not finite.
  public func interval(at x: Double) -> ClosedRange<Double>? {
    let lever = (x - meanX) / spread
    let half = bound * residualDeviation * (1 / Double(count) + lever * lever).squareRoot()
    let middle = value(at: x)
    guard (middle - half).isFinite, (middle + half).isFinite else { return nil }
    return (middle - half)...(middle + half)
  }
}
