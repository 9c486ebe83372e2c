import LinearAlgebra

/// What hides small eigenvalues: the error of the arithmetic, and the rounding of the stored features.
///
/// The rounding of feature i varies by at most u²·mᵢ/3 + s²/12, mᵢ its mean square: a number x is off by no more than u·|x|,
/// a subnormal one by s/2. Errors of different features are uncorrelated, so that these variances, r₁ ≥ r₂ ≥ …, bound the
/// eigenvalues of their covariance. By Weyl's inequality λ_{k+j} of the stored features is at most λₖ of the exact ones
/// plus r_{j+1}: of the eigenvalues above r_{j+1} all but j are certainly no rounding. j is chosen so that most are. It is 0
/// where features are alike, and 1 beside one feature of enormous values, whose rounding blurs one direction only.
///
/// Source: Weyl, *Das asymptotische Verteilungsgesetz der Eigenwerte linearer partieller Differentialgleichungen*, 1912.
struct Noise {
  private let sampleCount: Int
  private let featureCount: Int
  /// Of the arithmetic, relative to the largest eigenvalue: what bounds the error of the eigen-solver, or of sums in single
  /// precision.
  private let relative: Double
  /// r₁ ≥ r₂ ≥ …, as many as there can be eigenvalues.
  private let roundings: [Double]

  init(
    of moments: borrowing SecondMoments, featureCount: Int, unitRoundoff u: Double, leastSpacing: Double,
    precision: AccumulationPrecision
  ) {
    sampleCount = moments.sampleCount
    self.featureCount = featureCount
    switch precision {
    case .float64: relative = Double(featureCount) * 0x1p-52
    case .float32: relative = 2e-8
    }
    // In the unit of the moments.
    let spacing = Double(sign: .plus, exponent: -moments.exponent, significand: leastSpacing * leastSpacing / 12)
    let variances = moments.meanSquares.map { u * u * $0 / 3 + spacing }
    roundings = Array(variances.sorted(by: >).prefix(max(1, moments.matrix.order)))
  }

  /// How many eigenvalues of the centred covariance, of which these are the first, stand above the floor, at most
  /// min(N − 1, D), and the floor.
  func resolved(_ eigenvalues: [Double]) -> (rank: Int, floor: Double) {
    resolved(eigenvalues.prefix(max(0, min(sampleCount - 1, featureCount))))
  }

  /// The floor under those of the second moment about the origin.
  func floor(ofUncentred eigenvalues: [Double]) -> Double {
    resolved(eigenvalues.prefix(max(0, min(sampleCount, featureCount)))).floor
  }

  private func resolved(_ eigenvalues: ArraySlice<Double>) -> (rank: Int, floor: Double) {
    let arithmetic = max(0, relative * (eigenvalues.first ?? 0))
    var best = (rank: 0, floor: max(arithmetic, roundings.first ?? 0))
    var certain = 0
    var rank = 0
    for (j, rounding) in roundings.enumerated() {
      let floor = max(arithmetic, rounding)
      // It sinks, so that none of those before is below.
      while rank < eigenvalues.count, eigenvalues[rank] > floor { rank += 1 }
      if rank - j > certain {
        certain = rank - j
        best = (rank, floor)
      }
    }
    return best
  }
}
