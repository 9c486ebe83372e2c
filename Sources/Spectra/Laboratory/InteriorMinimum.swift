/// Where a mean curve over α is least, between its ends.
public struct InteriorMinimum: Sendable, Equatable {
  /// The α of the least mean.
  public let gridAlpha: Double
  /// The place of `gridAlpha` among the αs.
  public let index: Int
  /// The least mean.
  public let risk: Double
  /// The lowest point of the parabola through the least mean and its neighbours.
  public let alpha: Double
  /// Of `alpha`, by a jackknife over trials; nil for one trial.
  public let uncertainty: Uncertainty?
  /// By how many standard errors the least mean lies below the first one. Errors are those of the differences, which
  /// every trial has; nil for one trial and where all differences are equal.
  public let standardErrorsBelowFirst: Double?
  /// The same of the last one.
  public let standardErrorsBelowLast: Double?
  /// α about the minimum where the curve, straight between its points, exceeds the least mean by at most `tolerance` times it.
  public let zone: ClosedRange<Double>

  /// Share of the least mean.
  public static let tolerance = 0.1

  /// - Parameters:
  ///   - alphas: ascending.
  ///   - risks: of every trial, for each α.
  /// Nil where the least mean lies at an end, or a mean is not finite.
  init?(alphas: [Double], risks: [[Double]]) {
    let means = Self.means(risks)
    guard means.allSatisfy(\.isFinite), let index = Self.least(means), index > 0, index < means.count - 1 else {
      return nil
    }
    self.index = index
    gridAlpha = alphas[index]
    risk = means[index]
    alpha = Self.lowestPoint(alphas, means, at: index)
    standardErrorsBelowFirst = Self.standardErrors(of: risks.map { $0[0] - $0[index] })
    standardErrorsBelowLast = Self.standardErrors(of: risks.map { $0[$0.count - 1] - $0[index] })
    zone = Self.zone(alphas, means, about: index)
    uncertainty = Uncertainty(
      estimate: alpha,
      replicates: risks.indices.compactMap { left in
        let others = Self.means(Array(risks[..<left] + risks[(left + 1)...]))
        return Self.least(others).map { Self.lowestPoint(alphas, others, at: $0) }
      })
  }

  /// Whether the minimum lies at least so many standard errors below both ends.
  public func isBelowEnds(byStandardErrors count: Double) -> Bool {
    guard let standardErrorsBelowFirst, let standardErrorsBelowLast else { return false }
    return min(standardErrorsBelowFirst, standardErrorsBelowLast) >= count
  }

  private static func means(_ risks: [[Double]]) -> [Double] {
    guard let count = risks.first?.count else { return [] }
    return (0..<count).map { column in risks.reduce(0) { $0 + $1[column] } / Double(risks.count) }
  }

  private static func least(_ means: [Double]) -> Int? { means.indices.min { means[$0] < means[$1] } }

  /// At an end, the end.
  private static func lowestPoint(_ x: [Double], _ y: [Double], at index: Int) -> Double {
    guard index > 0, index < x.count - 1 else { return x[index] }
    let left = (y[index] - y[index - 1]) / (x[index] - x[index - 1])
    let right = (y[index + 1] - y[index]) / (x[index + 1] - x[index])
    guard right > left else { return x[index] }
    // The slope is `left` halfway to the left neighbour and `right` halfway to the right one, and 0 in between.
    let from = (x[index - 1] + x[index]) / 2
    let to = (x[index] + x[index + 1]) / 2
    return from + (to - from) * (-left / (right - left))
  }

  private static func standardErrors(of differences: [Double]) -> Double? {
    guard let difference = SampleMean(differences), let error = difference.standardError, error > 0 else { return nil }
    return difference.mean / error
  }

  private static func zone(_ x: [Double], _ y: [Double], about index: Int) -> ClosedRange<Double> {
    let bound = y[index] * (1 + tolerance)
    func crossing(_ inside: Int, _ outside: Int) -> Double {
      x[inside] + (x[outside] - x[inside]) * (bound - y[inside]) / (y[outside] - y[inside])
    }
    let lower = y[..<index].lastIndex { $0 > bound }.map { crossing($0 + 1, $0) } ?? x[0]
    let upper = y[index...].firstIndex { $0 > bound }.map { crossing($0 - 1, $0) } ?? x[x.count - 1]
    return lower...max(lower, upper)
  }
}
