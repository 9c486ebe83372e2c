import Glibc

/// ln k and ln |λₖ| of consecutive ranks, and straight lines through parts of them.
struct RankLogarithms {
  /// The rank of the first point.
  let first: Int
  let x: [Double]
  let y: [Double]

  /// ln λ = intercept − α ln k.
  struct Line {
    let alpha: Double
    let intercept: Double
  }

  /// All of these ranks have to be there.
  init(_ spectrum: Eigenspectrum, ranks: ClosedRange<Int>) {
    first = ranks.lowerBound
    x = ranks.map { log(Double($0)) }
    y = ranks.map { spectrum.logarithm(ofRank: $0) }
  }

  var last: Int { first + x.count - 1 }

  /// The estimator's line over a range that these ranks contain.
  func line(_ estimator: PowerLawFit.Estimator, over range: FitRange) -> Line {
    switch estimator {
    case .weighted: leastSquares(over: range.first...range.last) { 1 / Double($0) }
    case .ols: leastSquares(over: range.first...range.last) { _ in 1 }
    case .robust: medianOfWindows(over: range)
    }
  }

  /// Unweighted R² about a line; nil where all λ are equal.
  func rSquared(of line: Line, over range: FitRange) -> Double? {
    let points = (range.first - first)...(range.last - first)
    let values = y[points]
    guard values.min() != values.max() else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    var residual = 0.0
    var variance = 0.0
    for i in points {
      let difference = y[i] - (line.intercept - line.alpha * x[i])
      residual += difference * difference
      variance += (y[i] - mean) * (y[i] - mean)
    }
    return 1 - residual / variance
  }

  private func leastSquares(over ranks: ClosedRange<Int>, weight: (Int) -> Double) -> Line {
    var total = 0.0
    var xMean = 0.0
    var yMean = 0.0
    for k in ranks {
      total += weight(k)
      xMean += weight(k) * x[k - first]
      yMean += weight(k) * y[k - first]
    }
    xMean /= total
    yMean /= total
    var xx = 0.0
    var xy = 0.0
    for k in ranks {
      let distance = x[k - first] - xMean
      xx += weight(k) * distance * distance
      xy += weight(k) * distance * (y[k - first] - yMean)
    }
    let alpha = -xy / xx
    return Line(alpha: alpha, intercept: yMean + alpha * xMean)
  }

  /// The median slope over the windows that start in the range and end within these ranks, from the first fitted point.
  private func medianOfWindows(over range: FitRange) -> Line {
    let width = PowerLawFit.Estimator.windowWidth(over: range)
    let slopes = (range.first...range.last).filter { $0 + width <= last }
      .map { start in leastSquares(over: start...(start + width)) { _ in 1 }.alpha }
      .sorted()
    let upper = slopes.count / 2
    let alpha = slopes.count % 2 == 1 ? slopes[upper] : (slopes[upper - 1] + slopes[upper]) / 2
    return Line(alpha: alpha, intercept: y[range.first - first] + alpha * x[range.first - first])
  }
}
