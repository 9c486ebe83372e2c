package import LinearAlgebra

// Results that were computed before, put together again from their parts. Parts that no computation yields, and that
// would mislead or stop who relies on it, give nil.

extension Eigenspectrum {
  /// Binary exponents beyond what the squares of doubles reach.
  private static let greatestExponent = 1 << 13

  package init?(
    storedEigenvalues eigenvalues: [Double], exponent: Int, noiseFloor: Double, resolvableRank: Int, rankMe: Double?,
    precision: AccumulationPrecision, scaledTotalVariance: Double
  ) {
    guard (0...eigenvalues.count).contains(resolvableRank), abs(exponent) <= Self.greatestExponent else { return nil }
    self.init(
      eigenvalues: eigenvalues, exponent: exponent, noiseFloor: noiseFloor, resolvableRank: resolvableRank,
      rankMe: rankMe, origin: .features(precision), scaledTotalVariance: scaledTotalVariance)
  }

  /// Σλ in units of 2^`exponent`.
  package var storedTotalVariance: Double { scaledTotalVariance }
}

extension PowerLawFit {
  package init(
    estimator: Estimator, range: FitRange, alpha: Double, intercept: Double, rSquared: Double?, replaced: Replaced?,
    isAccepted: Bool
  ) {
    self.estimator = estimator
    self.range = range
    self.alpha = alpha
    self.intercept = intercept
    self.rSquared = rSquared
    self.replaced = replaced
    self.isAccepted = isAccepted
  }
}

extension PowerLawFit.Replaced {
  package init(storedRange: FitRange, rSquared: Double) {
    self.init(range: storedRange, rSquared: rSquared)
  }
}

extension RankMeasures {
  package init(
    rankMe: Double?, effectiveRank: Double, participationRatio: Double, stableRank: Double, conditionNumber: Double
  ) {
    self.rankMe = rankMe
    self.effectiveRank = effectiveRank
    self.participationRatio = participationRatio
    self.stableRank = stableRank
    self.conditionNumber = conditionNumber
  }
}

extension Uncertainty {
  /// Nil unless lower ≤ upper.
  package init?(standardError: Double, lowerBound: Double, upperBound: Double) {
    guard lowerBound <= upperBound else { return nil }
    self.standardError = standardError
    interval = lowerBound...upperBound
  }
}
