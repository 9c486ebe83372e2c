/// When a fit is not good enough for its α to be used, and which ranks are tried instead: below R² = 0.95, 6…50, then
/// 6…20.
///
/// Source: fastssl, which leaves a model out of its scatter plots when no range is accepted.
public enum AcceptanceRule: String, Sendable, Hashable, CaseIterable {
  case fastssl
  /// Where features come from another data set than the pre-training, ranks begin at 12.
  case fastsslTransfer = "fastssl-transfer"

  /// The smallest R² that is accepted.
  public static let threshold = 0.95

  /// The ranks tried after those that were asked for, in this order.
  public var ranges: [FitRange] {
    switch self {
    case .fastssl: [.fastsslFirst, .fastsslSecond]
    case .fastsslTransfer: [.fastsslTransferFirst, .fastsslTransferSecond]
    }
  }

  /// Equal eigenvalues have no R², and lie on their line.
  func accepts(_ fit: PowerLawFit) -> Bool { (fit.rSquared ?? 1) >= Self.threshold }
}

/// What is fitted to a spectrum, and how.
public struct FitSettings: Sendable, Hashable {
  /// The ranks that are asked for.
  public var range: FitRange
  /// How the line is fitted to them.
  public var estimator: PowerLawFit.Estimator
  /// Nil accepts every fit.
  public var acceptance: AcceptanceRule?

  /// Ranks 11…100 with weight 1/k and no rule, unless said otherwise.
  public init(
    range: FitRange = .standard, estimator: PowerLawFit.Estimator = .weighted, acceptance: AcceptanceRule? = nil
  ) {
    self.range = range
    self.estimator = estimator
    self.acceptance = acceptance
  }

  /// The last rank whose eigenvalue can enter: a spectrum of so many ranks gives the same fit as a longer one.
  public var lastRank: Int {
    ([range] + (acceptance?.ranges ?? [])).map(estimator.lastRank).max() ?? range.last
  }
}

extension PowerLawFit {
  /// Fits the range that was asked for or, where the acceptance rule turns that down, the first of the rule's ranges
  /// that it accepts. Where it accepts none, the fit over the range that was asked for stands, and says that it is not
  /// accepted.
  public init(_ spectrum: Eigenspectrum, settings: FitSettings) throws(Failure) {
    try self.init(spectrum, range: settings.range, estimator: settings.estimator)
    guard let rule = settings.acceptance, !rule.accepts(self), let rSquared else { return }
    for range in rule.ranges {
      guard var other = try? PowerLawFit(spectrum, range: range, estimator: settings.estimator), rule.accepts(other)
      else { continue }
      other.replaced = Replaced(range: self.range, rSquared: rSquared)
      self = other
      return
    }
    isAccepted = false
  }
}
