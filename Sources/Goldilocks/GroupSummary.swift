import Statistics

/// The same quantity of several models: of runs that differ in nothing but their seed, or of all of one kind.
public struct GroupSummary: Sendable, Equatable {
  /// n.
  public let count: Int
  public let mean: Double
  /// √(Σ(x − mean)²/(n − 1)); nil for a single value.
  public let standardDeviation: Double?
  /// Covers the mean of the population with a probability of 95 %, by Student's t; nil for a single value.
  public let meanInterval: ClosedRange<Double>?

  /// Nil without values, and where one of them or of their differences is not finite.
  public init?(_ values: [Double]) {
    guard let deviations = Deviations(values) else { return nil }
    count = values.count
    mean = deviations.mean
    guard count > 1 else {
      (standardDeviation, meanInterval) = (nil, nil)
      return
    }
    let deviation = deviations.unit * (deviations.sumOfSquares / Double(count - 1)).squareRoot()
    let half =
      StudentT(degreesOfFreedom: count - 1).bound(probability: Correlation.confidence) * deviation
      / Double(count).squareRoot()
    standardDeviation = deviation
    meanInterval = (mean - half)...(mean + half)
  }
}
