import Glibc

/// ln λₖ = b − α ln k, fitted to a range of ranks.
public struct PowerLawFit: Sendable, Equatable {
  /// How the line is fitted.
  public enum Estimator: String, Sendable, Hashable, CaseIterable {
    /// Least squares with weight 1/k (Stringer et al. 2019; `stringer_get_powerlaw` of fastssl, `get_powerlaw` of
    /// reptrix).
    case weighted
    /// Least squares (`fit_powerlaw` of fastssl).
    case ols
    /// The median of the `ols` slopes over windows i…i + w, w a tenth of the range, for every start i in it; windows
    /// past the last resolved rank are left out. The line passes through the first point (`robust_fit_powerlaw` of
    /// fastssl).
    case robust

    /// w = ⌊(last − first)/10⌋, at least 1: a window has w + 1 ranks.
    static func windowWidth(over range: FitRange) -> Int { max(1, (range.last - range.first) / 10) }

    /// The last rank whose eigenvalue a fit over this range looks at, where it is resolved.
    public func lastRank(over range: FitRange) -> Int {
      self == .robust ? range.last + Self.windowWidth(over: range) : range.last
    }
  }

  /// Why a spectrum has no α.
  public enum Failure: Error, Sendable, Equatable {
    /// All features are constant.
    case noVariance
    /// The spectrum resolves this many ranks, and fewer than `fewestRanks` of them lie in the range.
    case tooFewRanks(resolvable: Int)
  }

  /// A fit that an acceptance rule turned down in favour of another.
  public struct Replaced: Sendable, Equatable {
    /// The ranks of the fit that was turned down.
    public let range: FitRange
    /// Its R², too small for the rule.
    public let rSquared: Double
  }

  /// Fewer ranks than this make no fit.
  public static let fewestRanks = 5

  /// How the line was fitted.
  public let estimator: Estimator
  /// The ranks that entered, which can be fewer than were asked for.
  public let range: FitRange
  /// Decay coefficient α.
  public let alpha: Double
  /// b, the logarithm of the fitted eigenvalue at rank 1.
  public let intercept: Double
  /// Unweighted R² of ln λ about the line over the range, whichever estimator made the line; nil where all λ are equal.
  public let rSquared: Double?
  /// The fit over the range that was asked for, where an acceptance rule put this one in its place.
  public internal(set) var replaced: Replaced?
  /// False where an acceptance rule found no range that it accepts; always true without a rule.
  public internal(set) var isAccepted = true

  /// Fits the part of the range that the spectrum resolves.
  public init(_ spectrum: Eigenspectrum, range: FitRange, estimator: Estimator = .weighted) throws(Failure) {
    guard let resolved = range.clamped(toResolvable: spectrum.resolvableRank) else {
      throw spectrum.resolvableRank == 0 ? .noVariance : .tooFewRanks(resolvable: spectrum.resolvableRank)
    }
    let lastRank = min(estimator.lastRank(over: resolved), spectrum.resolvableRank)
    self.init(
      RankLogarithms(spectrum, ranks: resolved.first...lastRank), range: resolved, estimator: estimator)
  }

  /// Fits all of a range of at least `fewestRanks` ranks, which the logarithms contain.
  init(_ logarithms: RankLogarithms, range: FitRange, estimator: Estimator) {
    let line = logarithms.line(estimator, over: range)
    self.estimator = estimator
    self.range = range
    alpha = line.alpha
    intercept = line.intercept
    rSquared = logarithms.rSquared(of: line, over: range)
  }

  /// α of another spectrum by the same estimator over exactly the same ranks; nil where it does not resolve them.
  public func alpha(on spectrum: Eigenspectrum) -> Double? {
    guard let other = try? PowerLawFit(spectrum, range: range, estimator: estimator), other.range == range else {
      return nil
    }
    return other.alpha
  }

  /// The fitted λ at a rank, not necessarily whole.
  public func eigenvalue(atRank k: Double) -> Double { exp(logarithm(atRank: k)) }

  /// ln of the fitted λ at a rank.
  public func logarithm(atRank k: Double) -> Double { intercept - alpha * log(k) }
}
