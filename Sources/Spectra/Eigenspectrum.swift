import Glibc

public import LinearAlgebra

/// The eigenvalues of a feature covariance, λ₁ ≥ λ₂ ≥ …, and how far down they can be trusted.
public struct Eigenspectrum: Sendable, Equatable {
  /// In units of 2^`exponent`, in the order of their ranks: rank k is `eigenvalues[k - 1]`.
  public let eigenvalues: [Double]
  /// Binary exponent of the unit, 0 unless the features' squares leave the range of a double.
  public let exponent: Int
  /// Eigenvalues at or below this say nothing about the features, in units of 2^`exponent`.
  public let noiseFloor: Double
  /// Number of leading eigenvalues above the noise floor.
  public let resolvableRank: Int

  /// The spectrum of centred second moments, whose matrix is overwritten.
  ///
  /// The noise floor is max(D·2⁻⁵²·λ₁, u²·tr(M)/(3D)), M the uncentred second moment: the first term bounds the error of
  /// the eigen-solver, the second is the variance of the rounding of the stored features. At most min(N − 1, D)
  /// eigenvalues of a centred covariance are not 0.
  ///
  /// - Parameters:
  ///   - featureCount: D.
  ///   - unitRoundoff: u of the stored type, 2⁻²⁴ for float32, 2⁻¹¹ for float16, 2⁻⁸ for bfloat16, otherwise 0.
  /// - Throws: `LinearAlgebraError.eigenvaluesFailed`.
  public init(_ moments: consuming SecondMoments, featureCount: Int, unitRoundoff: Double) throws(LinearAlgebraError) {
    let sampleCount = moments.sampleCount
    let meanSquaredNorm = moments.meanSquaredNorm
    exponent = moments.exponent
    isGiven = false
    eigenvalues = try moments.matrix.eigenvalues()
    let ofSolver = Double(featureCount) * 0x1p-52 * (eigenvalues.first ?? 0)
    let ofStorage = unitRoundoff * unitRoundoff * meanSquaredNorm / (3 * Double(max(1, featureCount)))
    let floor = max(0, ofSolver, ofStorage)
    noiseFloor = floor
    resolvableRank = eigenvalues.prefix(max(0, min(sampleCount - 1, featureCount))).prefix { $0 > floor }.count
  }

  /// A spectrum that comes without features, taken as given: in the given order, with no noise floor, negative values kept.
  /// It resolves the ranks before the first value that has no logarithm (0, NaN, infinity).
  public init(given eigenvalues: [Double]) {
    self.eigenvalues = eigenvalues
    exponent = 0
    isGiven = true
    noiseFloor = 0
    resolvableRank = eigenvalues.prefix { $0 != 0 && $0.isFinite }.count
  }

  /// ln |λₖ| of the 1-based rank k.
  public func logarithm(ofRank k: Int) -> Double {
    log(abs(eigenvalues[k - 1])) + Double(exponent) * log(2)
  }

  /// λₖ of the 1-based rank k, in units of 1 (`value(_:)` says what becomes of what a double cannot hold).
  public func eigenvalue(ofRank k: Int) -> Double { value(eigenvalues[k - 1]) }

  /// A number given in units of 2^`exponent`, in units of 1: infinite where that is too large for a double, NaN where it is
  /// too small.
  public func value(_ scaled: Double) -> Double {
    // In two steps: 2^exponent alone can lie outside of what a double holds.
    let half = exponent / 2
    let value =
      scaled * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: exponent - half, significand: 1)
    return value == 0 && scaled != 0 ? .nan : value
  }

  /// Whether the eigenvalues came without features.
  public let isGiven: Bool

  /// What rank measures count: the resolved eigenvalues, of a given spectrum all that are positive.
  var counted: [Double] {
    isGiven ? eigenvalues.filter { $0 > 0 && $0.isFinite } : eigenvalues.prefix(resolvableRank).filter { $0 > 0 }
  }
}

extension Eigenspectrum {
  /// Σλ over all ranks, the trace of the covariance.
  public var totalVariance: Double { value(eigenvalues.reduce(0, +)) }
  /// Eigenvalues whose sign no covariance has; their magnitudes enter the fit of a given spectrum.
  public var nonPositiveCount: Int { eigenvalues.count { !($0 > 0) } }
}
