import Statistics

/// The parabola for which the sum of the squared residuals is least, with its turning point and how far both are to be trusted if
/// residuals are normal and independent.
public struct QuadraticFit: Sendable, Equatable {
  /// Where the slope is 0; nil for a straight line.
  public let turningPoint: Double?
  /// All x at which the slope may be 0: the interval by Fieller (1954), which is Sasabuchi's test (1980) turned round. Nil where the curvature
  /// may be 0: then it has no end.
  public let turningInterval: ClosedRange<Double>?
  /// Whether the turning point is a maximum.
  public let opensDownwards: Bool
  /// √(Σ residual² / (n − 3)), in units of y.
  public let residualDeviation: Double
  /// n, the number of points.
  public let count: Int

  /// Probability that an interval covers what it is about.
  public static let confidence = 0.95

  // In units of the largest deviations from the means: y = a + b·u + c·(u² − skew·u − spread/n), whose three terms are orthogonal over
  // the points, so that the errors of b and c are independent.
  private let x: Deviations
  private let y: Deviations
  /// Σu³/Σu².
  private let skew: Double
  private let slope: Double
  private let curvature: Double
  /// Σ of the squares of the third term.
  private let curvatureWeight: Double
  /// t of Student's distribution with n − 3 degrees of freedom, times the residual deviation in these units.
  private let bound: Double

  /// Nil for fewer than four points or three different x, for lists of different lengths, and where a result is not finite.
  public init?(x: [Double], y: [Double]) {
    guard x.count == y.count, x.count >= 4, Set(x).count >= 3, let xs = Deviations(x), let ys = Deviations(y) else {
      return nil
    }
    let n = Double(x.count)
    let skew = xs.scaled.reduce(0) { $0 + $1 * $1 * $1 } / xs.sumOfSquares
    let thirds = xs.scaled.map { $0 * $0 - skew * $0 - xs.sumOfSquares / n }
    let weight = thirds.reduce(0) { $0 + $1 * $1 }
    let slope = xs.product(with: ys) / xs.sumOfSquares
    let curvature = zip(thirds, ys.scaled).reduce(0) { $0 + $1.0 * $1.1 } / weight
    let residuals = x.indices.reduce(0.0) { sum, index in
      let residual = ys.scaled[index] - slope * xs.scaled[index] - curvature * thirds[index]
      return sum + residual * residual
    }
    let deviation = (residuals / (n - 3)).squareRoot()
    let bound = StudentT(degreesOfFreedom: x.count - 3).bound(probability: Self.confidence) * deviation
    guard slope.isFinite, curvature.isFinite, bound.isFinite, (ys.unit * deviation).isFinite else { return nil }
    (self.x, self.y, self.skew, self.slope, self.curvature) = (xs, ys, skew, slope, curvature)
    (curvatureWeight, self.bound) = (weight, bound)
    opensDownwards = curvature < 0
    residualDeviation = ys.unit * deviation
    count = x.count

    // The slope at u is b + c·w, w = 2u − skew.
    func place(_ w: Double) -> Double { xs.mean + xs.unit * (w + skew) / 2 }
    let turn = place(-slope / curvature)
    turningPoint = curvature != 0 && turn.isFinite ? turn : nil
    // (b + c·w)² ≤ t²(1/Σu² + w²/weight) between two w if the coefficient of w² is positive.
    let (slopeError, curvatureError) = (bound * bound / xs.sumOfSquares, bound * bound / weight)
    let leading = curvature * curvature - curvatureError
    let root = (slope * slope * curvatureError + leading * slopeError).squareRoot()
    let ends = [-1.0, 1.0].map { place((-slope * curvature + $0 * root) / leading) }
    turningInterval = leading > 0 && ends.allSatisfy(\.isFinite) ? ends[0]...max(ends[0], ends[1]) : nil
  }

  public func value(at x: Double) -> Double {
    let u = (x - self.x.mean) / self.x.unit
    return y.mean + y.unit * (slope * u + curvature * third(u))
  }

  /// The band at x: where the mean of all y at this x is to be expected. Nil where that is not finite.
  public func interval(at x: Double) -> ClosedRange<Double>? {
    let u = (x - self.x.mean) / self.x.unit
    let lever = 1 / Double(count) + u * u / self.x.sumOfSquares + third(u) * third(u) / curvatureWeight
    let half = y.unit * bound * lever.squareRoot()
    let middle = value(at: x)
    guard (middle - half).isFinite, (middle + half).isFinite else { return nil }
    return (middle - half)...(middle + half)
  }

  private func third(_ u: Double) -> Double { u * u - skew * u - x.sumOfSquares / Double(count) }
}
