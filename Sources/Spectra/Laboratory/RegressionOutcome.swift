/// What one sample came to at one α. Numbers are infinite or NaN where the steps diverge.
public struct RegressionOutcome: Sendable, Equatable {
  /// (w − w*)ᵀ Λ (w − w*) after training.
  public let excessRisk: Double
  /// The same of the minimum-norm solution; nil of stochastic gradient descent, which does without.
  public let minimumNormRisk: Double?

  /// What one sample came to, as computed elsewhere.
  public init(excessRisk: Double, minimumNormRisk: Double?) {
    self.excessRisk = excessRisk
    self.minimumNormRisk = minimumNormRisk
  }
}

/// What one sample came to at each α.
public struct RegressionTrial: Sendable, Equatable {
  /// Which of the samples of a seed.
  public let number: Int
  /// In the order of the αs.
  public let outcomes: [RegressionOutcome]

  /// An outcome for each α.
  public init(number: Int, outcomes: [RegressionOutcome]) {
    self.number = number
    self.outcomes = outcomes
  }
}
