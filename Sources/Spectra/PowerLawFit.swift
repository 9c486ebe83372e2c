import Glibc

/// ln λₖ = b − α ln k, fitted to a range of ranks.
public struct PowerLawFit: Sendable, Equatable {
  /// How the line is fitted.
  public enum Estimator: String, Sendable, CaseIterable {
    /// Least squares with weight 1/k (Stringer et al. 2019; `stringer_get_powerlaw` of fastssl, `get_powerlaw` of reptrix).
    case weighted
  }

  /// Why a spectrum has no α.
  public enum Failure: Error, Sendable, Equatable {
    /// All features are constant.
    case noVariance
    /// The spectrum resolves this many ranks, and fewer than `fewestRanks` of them lie in the range.
    case tooFewRanks(resolvable: Int)
  }

  /// Fewer ranks than this make no fit.
  public static let fewestRanks = 5

  public let estimator: Estimator
  /// The ranks that entered, which can be fewer than were asked for.
  public let range: FitRange
  /// Decay coefficient α.
  public let alpha: Double
  /// b, the logarithm of the fitted eigenvalue at rank 1.
  public let intercept: Double
  /// Unweighted R² of ln λ about the line over the range; nil where all λ are equal.
  public let rSquared: Double?

  /// Fits the part of the range that the spectrum resolves, with weight 1/k.
  public init(_ spectrum: Eigenspectrum, range: FitRange) throws(Failure) {
    guard let resolved = range.clamped(toResolvable: spectrum.resolvableRank) else {
      throw spectrum.resolvableRank == 0 ? .noVariance : .tooFewRanks(resolvable: spectrum.resolvableRank)
    }
    let ranks = resolved.first...resolved.last
    let x = ranks.map { log(Double($0)) }
    let y = ranks.map { spectrum.logarithm(ofRank: $0) }
    let weights = ranks.map { 1 / Double($0) }

    let total = weights.reduce(0, +)
    let xMean = zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 } / total
    let yMean = zip(weights, y).reduce(0) { $0 + $1.0 * $1.1 } / total
    var xx = 0.0
    var xy = 0.0
    for i in x.indices {
      xx += weights[i] * (x[i] - xMean) * (x[i] - xMean)
      xy += weights[i] * (x[i] - xMean) * (y[i] - yMean)
    }
    estimator = .weighted
    self.range = resolved
    alpha = -xy / xx
    intercept = yMean + alpha * xMean

    let plainMean = y.reduce(0, +) / Double(y.count)
    var residual = 0.0
    var variance = 0.0
    for i in x.indices {
      let fitted = intercept - alpha * x[i]
      residual += (y[i] - fitted) * (y[i] - fitted)
      variance += (y[i] - plainMean) * (y[i] - plainMean)
    }
    rSquared = y.min() == y.max() ? nil : 1 - residual / variance
  }

  /// The fitted λ at a rank, not necessarily whole.
  public func eigenvalue(atRank k: Double) -> Double { exp(logarithm(atRank: k)) }

  /// ln of the fitted λ at a rank.
  public func logarithm(atRank k: Double) -> Double { intercept - alpha * log(k) }
}
