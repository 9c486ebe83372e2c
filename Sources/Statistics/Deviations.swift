/// Numbers as their distances from their mean, in units of the largest distance: squares of these neither overflow nor vanish.
public struct Deviations: Sendable, Equatable {
  public let mean: Double
  /// The largest distance; 1 where all numbers are the same.
  public let unit: Double
  /// −1…1.
  public let scaled: [Double]
  /// Σ scaled²; 0 where all numbers are the same.
  public let sumOfSquares: Double

  public var isConstant: Bool { sumOfSquares == 0 }

  /// Nil without numbers, and where one of them or of their differences is not finite.
  public init?(_ values: [Double]) {
    guard let first = values.first else { return nil }
    let count = Double(values.count)
    // About one of them, so that a large common offset costs no digits.
    let mean = first + values.reduce(0) { $0 + ($1 - first) / count }
    let distances = values.map { $0 - mean }
    let largest = distances.reduce(0) { max($0, abs($1)) }
    guard distances.allSatisfy(\.isFinite) else { return nil }
    let isConstant = values.allSatisfy { $0 == first }
    let unit = isConstant ? 1 : largest
    let scaled = isConstant ? distances.map { _ in 0 } : distances.map { $0 / unit }
    (self.mean, self.unit, self.scaled) = (mean, unit, scaled)
    sumOfSquares = scaled.reduce(0) { $0 + $1 * $1 }
  }

  /// Σ of the products of both, in units of both.
  public func product(with other: Deviations) -> Double {
    zip(scaled, other.scaled).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
