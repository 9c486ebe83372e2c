public import LinearAlgebra

extension Eigenspectrum {
  /// The spectrum of second moments, whose matrix is overwritten.
  ///
  /// What is resolved, and the noise floor, are those of `Noise`. At most min(N − 1, D) eigenvalues of a centred
  /// covariance are not 0.
  ///
  /// - Parameters:
  ///   - moments: Ĉ or the Gram matrix over N; what is handed over with `consume` is not copied.
  ///   - featureCount: D.
  ///   - unitRoundoff: u of the stored type, 2⁻²⁴ for float32, 2⁻¹¹ for float16, 2⁻⁸ for bfloat16, otherwise 0.
  ///   - leastSpacing: s, that of the stored type's subnormal numbers: 2⁻²⁴ for float16.
  ///   - precision: in which the products were summed.
  /// - Throws: `LinearAlgebraError.eigenvaluesFailed`.
  public init(
    _ moments: consuming SecondMoments, featureCount: Int, unitRoundoff: Double, leastSpacing: Double = 0,
    precision: AccumulationPrecision = .float64
  ) throws(LinearAlgebraError) {
    let noise = Noise(
      of: moments, featureCount: featureCount, unitRoundoff: unitRoundoff, leastSpacing: leastSpacing,
      precision: precision)
    let exponent = moments.exponent
    let found = try (consume moments).eigenvalues()
    let (rank, floor) = noise.resolved(found.centred)
    self.init(
      eigenvalues: found.centred, exponent: exponent, noiseFloor: floor, resolvableRank: rank,
      rankMe: found.uncentred.flatMap { Self.rankMe(uncentred: $0, above: noise.floor(ofUncentred: $0)) },
      origin: .features(precision))
  }

  /// The first eigenvalues alone, found before the others, with what the second moments say of the rest.
  ///
  /// - Parameters:
  ///   - leading: λ₁ ≥ λ₂ ≥ … in the unit of the moments.
  ///   - moments: what they are the first eigenvalues of; Σλ is known from its trace.
  ///   - featureCount: D.
  ///   - unitRoundoff: u of the stored type.
  ///   - leastSpacing: s of the stored type.
  ///   - precision: in which the products were summed.
  public init(
    preview leading: [Double], of moments: borrowing SecondMoments, featureCount: Int, unitRoundoff: Double,
    leastSpacing: Double = 0,
    precision: AccumulationPrecision = .float64
  ) {
    let noise = Noise(
      of: moments, featureCount: featureCount, unitRoundoff: unitRoundoff, leastSpacing: leastSpacing,
      precision: precision)
    let (rank, floor) = noise.resolved(leading)
    self.init(
      eigenvalues: leading, exponent: moments.exponent, noiseFloor: floor, resolvableRank: rank,
      origin: .preview(precision), scaledTotalVariance: moments.matrix.trace)
  }

  /// RankMe of the eigenvalues of an uncentred second moment, all min(N, D) of them; what does not exceed the floor
  /// counts as 0. Nil where nothing does.
  public static func rankMe(uncentred eigenvalues: [Double], above floor: Double) -> Double? {
    eigenvalues.map { $0 > floor ? $0.squareRoot() : 0 }.exponentialEntropy(offset: 1e-7)
  }
}
