/// The same number from runs that differ in nothing but their seed.
public struct GroupSummary: Sendable, Equatable {
  /// n.
  public let count: Int
  public let mean: Double
  /// √(Σ(x − mean)²/(n − 1)); nil for a single value.
  public let standardDeviation: Double?

  /// Nil without values, and where one of them or of their differences is not finite.
  public init?(_ values: [Double]) {
    guard let deviations = Deviations(values) else { return nil }
    count = values.count
    mean = deviations.mean
    standardDeviation =
      count < 2 ? nil : deviations.unit * (deviations.sumOfSquares / Double(count - 1)).squareRoot()
  }
}
