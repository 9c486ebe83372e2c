public import LinearAlgebra

extension Eigenspectrum {
  /// The spectrum of second moments, whose matrix is overwritten.
  ///
  /// The noise floor is max(D·2⁻⁵²·λ₁, u²·tr(M)/(3D)), M the uncentred second moment: the first term bounds the error
  /// of the eigen-solver, the second is the variance of the rounding of the stored features. Sums in single precision
  /// resolve 2·10⁻⁸·λ₁, which takes the place of the first term. At most min(N − 1, D) eigenvalues of a centred
  /// covariance are not 0.
  ///
  /// - Parameters:
  ///   - moments: Ĉ or the Gram matrix over N; what is handed over with `consume` is not copied.
  ///   - featureCount: D.
  ///   - unitRoundoff: u of the stored type, 2⁻²⁴ for float32, 2⁻¹¹ for float16, 2⁻⁸ for bfloat16, otherwise 0.
  ///   - precision: in which the products were summed.
  /// - Throws: `LinearAlgebraError.eigenvaluesFailed`.
  public init(
    _ moments: consuming SecondMoments, featureCount: Int, unitRoundoff: Double,
    precision: AccumulationPrecision = .float64
  ) throws(LinearAlgebraError) {
    let noise = Noise(of: moments, featureCount: featureCount, unitRoundoff: unitRoundoff, precision: precision)
    let exponent = moments.exponent
    let found = try (consume moments).eigenvalues()
    let floor = noise.floor(under: found.centred)
    self.init(
      eigenvalues: found.centred, exponent: exponent, noiseFloor: floor,
      resolvableRank: noise.resolvableRank(of: found.centred, above: floor),
      rankMe: found.uncentred.flatMap { Self.rankMe(uncentred: $0, above: noise.floor(under: $0)) },
      origin: .features(precision))
  }

  /// The first eigenvalues alone, found before the others, with what the second moments say of the rest.
  ///
  /// - Parameters:
  ///   - leading: λ₁ ≥ λ₂ ≥ … in the unit of the moments.
  ///   - moments: what they are the first eigenvalues of; Σλ is known from its trace.
  ///   - featureCount: D.
  ///   - unitRoundoff: u of the stored type.
  ///   - precision: in which the products were summed.
  public init(
    preview leading: [Double], of moments: borrowing SecondMoments, featureCount: Int, unitRoundoff: Double,
    precision: AccumulationPrecision = .float64
  ) {
    let noise = Noise(of: moments, featureCount: featureCount, unitRoundoff: unitRoundoff, precision: precision)
    let floor = noise.floor(under: leading)
    self.init(
      eigenvalues: leading, exponent: moments.exponent, noiseFloor: floor,
      resolvableRank: noise.resolvableRank(of: leading, above: floor), origin: .preview(precision),
      scaledTotalVariance: moments.matrix.trace)
  }

  /// RankMe of the eigenvalues of an uncentred second moment, all min(N, D) of them; what does not exceed the floor
  /// counts as 0. Nil where nothing does.
  public static func rankMe(uncentred eigenvalues: [Double], above floor: Double) -> Double? {
    eigenvalues.map { $0 > floor ? $0.squareRoot() : 0 }.exponentialEntropy(offset: 1e-7)
  }
}

/// What hides small eigenvalues: the error of the arithmetic, and the rounding of the stored features.
struct Noise {
  let sampleCount: Int
  let featureCount: Int
  /// Of the arithmetic, relative to the largest eigenvalue.
  let relative: Double
  /// Of storage.
  let absolute: Double

  init(
    of moments: borrowing SecondMoments, featureCount: Int, unitRoundoff: Double, precision: AccumulationPrecision
  ) {
    sampleCount = moments.sampleCount
    self.featureCount = featureCount
    switch precision {
    case .float64: relative = Double(featureCount) * 0x1p-52
    case .float32: relative = 2e-8
    }
    absolute = unitRoundoff * unitRoundoff * moments.meanSquaredNorm / (3 * Double(max(1, featureCount)))
  }

  func floor(under eigenvalues: [Double]) -> Double { max(0, relative * (eigenvalues.first ?? 0), absolute) }

  func resolvableRank(of eigenvalues: [Double], above floor: Double) -> Int {
    eigenvalues.prefix(max(0, min(sampleCount - 1, featureCount))).prefix { $0 > floor }.count
  }
}
