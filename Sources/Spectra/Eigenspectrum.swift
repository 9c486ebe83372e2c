import Glibc

public import LinearAlgebra

/// The eigenvalues of a feature covariance, λ₁ ≥ λ₂ ≥ …, and how far down they can be trusted.
public struct Eigenspectrum: Sendable, Equatable {
  /// Where eigenvalues come from, which decides what can be said of them.
  public enum Origin: Sendable, Equatable {
    /// All eigenvalues of the second moments of features, summed in this precision.
    case features(AccumulationPrecision)
    /// Only the first of them, found before the others.
    case preview(AccumulationPrecision)
    /// They came as numbers, without features.
    case given
  }

  /// In units of 2^`exponent`, in the order of their ranks: rank k is `eigenvalues[k - 1]`.
  public let eigenvalues: [Double]
  /// Binary exponent of the unit, 0 unless the features' squares leave the range of a double.
  public let exponent: Int
  /// Eigenvalues at or below this say nothing about the features, in units of 2^`exponent`.
  public let noiseFloor: Double
  /// Number of leading eigenvalues above the noise floor; of a preview, among those that it has.
  public let resolvableRank: Int
  /// exp(−Σ pₖ ln pₖ), pₖ = σₖ/Σσ + 10⁻⁷ over all min(N, D) singular values σ of the features, **not centred**
  /// (Garrido et al. 2023, eq. 1–2). Nil without features, in a preview, and where all features are 0.
  public let rankMe: Double?
  /// Where the eigenvalues come from.
  public let origin: Origin
  /// Σλ over all ranks, those that a preview lacks included, in units of 2^`exponent`.
  let scaledTotalVariance: Double

  init(
    eigenvalues: [Double], exponent: Int = 0, noiseFloor: Double = 0, resolvableRank: Int, rankMe: Double? = nil,
    origin: Origin, scaledTotalVariance: Double? = nil
  ) {
    self.eigenvalues = eigenvalues
    self.exponent = exponent
    self.noiseFloor = noiseFloor
    self.resolvableRank = resolvableRank
    self.rankMe = rankMe
    self.origin = origin
    self.scaledTotalVariance = scaledTotalVariance ?? eigenvalues.reduce(0, +)
  }

  /// A spectrum that comes without features, taken as given: in the given order, with no noise floor, negative values
  /// kept. It resolves the ranks before the first value that has no logarithm (0, NaN, infinity).
  public init(given eigenvalues: [Double]) {
    self.init(
      eigenvalues: eigenvalues, resolvableRank: eigenvalues.prefix { $0 != 0 && $0.isFinite }.count, origin: .given)
  }

  /// The spectrum to first order after a change of the features: λₖ·fₖ with the base's noise floor.
  ///
  /// - Parameters:
  ///   - base: λₖ, the spectrum before the change.
  ///   - factors: fₖ ≥ 0 of the first ranks. Where there are fewer than eigenvalues, the others are left out, and what
  ///     needs all of them cannot be said, as of a preview.
  ///   - rankMe: of the changed features, where it is known.
  public init(scaling base: Eigenspectrum, by factors: [Double], rankMe: Double? = nil) {
    let isPartial = factors.count < base.eigenvalues.count
    self.init(
      eigenvalues: zip(base.eigenvalues, factors).map { $0 * $1 }, exponent: base.exponent, noiseFloor: base.noiseFloor,
      resolvableRank: min(base.resolvableRank, factors.count), rankMe: rankMe,
      origin: isPartial ? base.origin.truncated : base.origin,
      scaledTotalVariance: isPartial ? base.scaledTotalVariance : nil)
  }

  /// Whether the eigenvalues came without features.
  public var isGiven: Bool { origin == .given }
  /// Whether only the first eigenvalues are known.
  public var isPreview: Bool { origin.isPreview }
  /// How the products of features were summed; nil without features.
  public var precision: AccumulationPrecision? { origin.precision }
}

extension Eigenspectrum.Origin {
  /// Whether only the first eigenvalues are known.
  public var isPreview: Bool { if case .preview = self { true } else { false } }

  /// How the products of features were summed; nil without features.
  public var precision: AccumulationPrecision? {
    switch self {
    case .features(let precision), .preview(let precision): precision
    case .given: nil
    }
  }

  fileprivate var truncated: Self { precision.map { .preview($0) } ?? self }
}

extension Eigenspectrum {
  /// ln |λₖ| of the 1-based rank k.
  public func logarithm(ofRank k: Int) -> Double {
    log(abs(eigenvalues[k - 1])) + Double(exponent) * log(2)
  }

  /// λₖ of the 1-based rank k, in units of 1 (`value(_:)` says what becomes of what a double cannot hold).
  public func eigenvalue(ofRank k: Int) -> Double { value(eigenvalues[k - 1]) }

  /// A number given in units of 2^`exponent`, in units of 1: infinite where that is too large for a double, NaN where
  /// it is too small.
  public func value(_ scaled: Double) -> Double {
    // In two steps: 2^exponent alone can lie outside of what a double holds.
    let half = exponent / 2
    let value =
      scaled * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: exponent - half, significand: 1)
    return value == 0 && scaled != 0 ? .nan : value
  }

  /// Σλ over all ranks, the trace of the covariance.
  public var totalVariance: Double { value(scaledTotalVariance) }
  /// Eigenvalues whose sign no covariance has; their magnitudes enter the fit of a given spectrum.
  public var nonPositiveCount: Int { eigenvalues.count { !($0 > 0) } }

  /// What rank measures count: the resolved eigenvalues, of a given spectrum all that are positive. Nothing of a
  /// preview, whose other eigenvalues would have to be counted, too.
  var counted: [Double] {
    if isPreview { return [] }
    return isGiven ? eigenvalues.filter { $0 > 0 && $0.isFinite } : eigenvalues.prefix(resolvableRank).filter { $0 > 0 }
  }
}
