public import LinearAlgebra

extension RegressionSimulation {
  /// The sample of this number: any two differ, and each is the same again for the same seed, D, n, b and σ.
  public func sample(_ number: Int) -> RegressionSample { RegressionSample(self, number: number) }

  /// One sample at each of these α, all of `PowerLaw.decays`.
  public func trial(_ number: Int, alphas: [Double]) throws(LinearAlgebraError) -> RegressionTrial {
    let sample = sample(number)
    var outcomes: [RegressionOutcome] = []
    for alpha in alphas { outcomes.append(try sample.outcome(alpha: alpha)) }
    return RegressionTrial(number: number, outcomes: outcomes)
  }

  /// E (w − w*)ᵀ Λ (w − w*) of one pass of stochastic gradient descent; nil of other training.
  ///
  /// Per coordinate, with m = E(w − w*)²: mᵢ ← (1 − 2ηλᵢ + η²λᵢ²(1 + 1/B)) mᵢ + (η²/B) λᵢ (Σⱼ λⱼmⱼ + σ²).
  public func expectedRisk(alpha: Double) -> Double? {
    guard case .onePass(let size) = training else { return nil }
    let variances = PowerLaw.values(decay: alpha, count: featureCount)
    let rate = learningRate(variances: variances, batchSize: size)
    let perBatch = 1 / Double(size)
    let factors = variances.map { 1 - 2 * rate * $0 + rate * rate * $0 * $0 * (1 + perBatch) }
    let sources = variances.map { rate * rate * perBatch * $0 * $0 }
    // λm in place of m: its beginning, c², is finite however small λ is.
    var risks = target.map { $0 * $0 }
    for _ in 0..<(sampleCount / size) {
      let total = risks.reduce(0, +) + noise * noise
      for j in risks.indices { risks[j] = factors[j] * risks[j] + sources[j] * total }
    }
    return risks.reduce(0, +)
  }

  /// η of one pass. By default every step takes Σⱼ mⱼ down: column j of what takes m on sums to at most 1 − ηλⱼ.
  func learningRate(variances: [Double], batchSize: Int) -> Double {
    if let learningRate { return learningRate }
    let greatest = variances.first ?? 1
    let total = variances.reduce(0, +)
    return 1 / (greatest + (greatest + total) / Double(batchSize))
  }
}
