/// A number that was drawn several times: its mean, and how far single draws and the mean are to be trusted.
public struct SampleMean: Sendable, Equatable {
  /// How many draws.
  public let count: Int
  /// Σx/n.
  public let mean: Double
  /// √(Σ(x − mean)²/(n − 1)), the spread of single draws; nil for one.
  public let standardDeviation: Double?

  /// `standardDeviation`/√n, that of the mean.
  public var standardError: Double? { standardDeviation.map { $0 / Double(count).squareRoot() } }

  /// Nil without values.
  public init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    count = values.count
    self.mean = mean
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardDeviation = values.count < 2 ? nil : (squares / Double(values.count - 1)).squareRoot()
  }
}
