import Glibc

extension [Double] {
  /// The middle value, of an even number the mean of the middle two; NaN if there are none.
  var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }

  /// The smallest value that at least `percent` of all do not exceed (nearest rank); NaN if there are none.
  func percentile(_ percent: Double) -> Double {
    guard !isEmpty else { return .nan }
    let rank = Int((percent / 100 * Double(count)).rounded(.up))
    return sorted()[Swift.min(Swift.max(rank, 1), count) - 1]
  }

  /// The exponent p of y = c·xᵖ, by least squares of the logarithms of these y.
  func exponent(of x: [Int]) -> Double {
    let points = zip(x, self).map { (log(Double($0)), log($1)) }
    let n = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.0 } / n
    let meanY = points.reduce(0) { $0 + $1.1 } / n
    let products = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let squares = points.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
    return products / squares
  }
}
