/// Linear regression with controlled covariates: xᵢ = √λᵢ zᵢ with λᵢ = i^(−α), y = Σ cᵢzᵢ + σε, z and ε standard normal, cᵢ² ∝ i^(−b)
/// with Σcᵢ² = 1. The target is fixed in whitened coordinates, w*ᵢ = cᵢ/√λᵢ whatever α is; only then is there an optimum of α.
///
/// What is asked is the excess risk (w − w*)ᵀ Λ (w − w*) of weights trained from 0, exactly: no test set is drawn.
///
/// Source: Agrawal, Mondal, Ghosh, Richards, *α-ReQ: assessing representation quality in self-supervised learning by measuring
/// eigenspectrum decay*, 2022, where the covariates of a linear regression are controlled alike.
public struct RegressionSimulation: Sendable, Equatable {
  /// How weights come from a sample, beginning with 0.
  public enum Training: Sendable, Equatable {
    /// Gradient steps on the whole sample.
    case fullBatch(steps: Int)
    /// The limit of many such steps: the solution of minimum norm.
    case minimumNorm
    /// Stochastic gradient descent that sees every row once, so many at a time. Rows that fill no batch are left out.
    case onePass(batchSize: Int)
  }

  /// D.
  public let featureCount: Int
  /// n.
  public let sampleCount: Int
  /// b.
  public let targetDecay: Double
  /// σ.
  public let noise: Double
  /// How weights come from a sample.
  public let training: Training
  /// η; nil for what is stable: 1/λ₁(Σ̂) of each sample with all rows at a time, 1/(λ₁ + (λ₁ + Σλ)/B) of the population, half
  /// of what is certain to converge in mean square, with B.
  public let learningRate: Double?
  /// Of all that is drawn.
  public let seed: UInt64

  /// - Throws: what is wrong with a parameter, by its name.
  public init(
    featureCount: Int = 1_000, sampleCount: Int = 500, targetDecay: Double = 1, noise: Double = 0.5,
    training: Training = .fullBatch(steps: 100), learningRate: Double? = nil, seed: UInt64 = 0
  ) throws(SimulationError) {
    try SimulationError.require(featureCount >= 1, "the dimension", "has to be at least 1")
    try SimulationError.require(sampleCount >= 1, "the number of samples", "has to be at least 1")
    try SimulationError.require(abs(targetDecay) <= PowerLaw.decays.upperBound, "b", "has to be from -20 to 20")
    try SimulationError.require(noise.isFinite && noise >= 0, "sigma", "has to be finite and not negative")
    if let learningRate {
      try SimulationError.require(
        learningRate.isFinite && learningRate > 0, "the learning rate", "has to be finite and positive")
    }
    switch training {
    case .fullBatch(let steps): try SimulationError.require(steps >= 1, "the number of steps", "has to be at least 1")
    case .onePass(let size):
      try SimulationError.require((1...sampleCount).contains(size), "the batch", "has to be 1 to \(sampleCount) rows")
    case .minimumNorm: break
    }
    try SimulationError.requireRoom(rows: sampleCount, features: featureCount)
    self.featureCount = featureCount
    self.sampleCount = sampleCount
    self.targetDecay = targetDecay
    self.noise = noise
    self.training = training
    self.learningRate = learningRate
    self.seed = seed
  }

  /// c, whose squares sum to 1.
  var target: [Double] {
    let squares = PowerLaw.values(decay: targetDecay, count: featureCount)
    let sum = squares.reduce(0, +)
    return squares.map { ($0 / sum).squareRoot() }
  }
}
