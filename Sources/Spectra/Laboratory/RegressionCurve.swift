/// Excess risk against α over several trials, each of which has seen every α.
public struct RegressionCurve: Sendable, Equatable {
  /// What all trials came to at one α.
  public struct Point: Sendable, Equatable {
    /// Decay of the covariates' variances.
    public let alpha: Double
    /// (w − w*)ᵀ Λ (w − w*) after training, over the trials.
    public let excessRisk: SampleMean
    /// Of the minimum-norm solutions; nil for stochastic gradient descent.
    public let minimumNormRisk: SampleMean?
    /// What the mean comes to with ever more trials, where that is known: for stochastic gradient descent.
    public let expectedRisk: Double?
  }

  /// What was simulated.
  public let simulation: RegressionSimulation
  /// In ascending order of α.
  public let points: [Point]
  /// How many samples were drawn.
  public let trialCount: Int
  /// Nil where the least mean lies at an end of the curve.
  public let minimum: InteriorMinimum?

  /// Nil without trials.
  ///
  /// - Parameters:
  ///   - simulation: what the trials are of.
  ///   - alphas: ascending, and those of every trial.
  ///   - trials: in any order, which changes nothing.
  public init?(_ simulation: RegressionSimulation, alphas: [Double], trials: [RegressionTrial]) {
    let trials = trials.filter { $0.outcomes.count == alphas.count }.sorted { $0.number < $1.number }
    guard !trials.isEmpty else { return nil }
    self.simulation = simulation
    trialCount = trials.count
    points = alphas.enumerated().compactMap { column, alpha in
      let outcomes = trials.map { $0.outcomes[column] }
      let interpolating = outcomes.compactMap(\.minimumNormRisk)
      return SampleMean(outcomes.map(\.excessRisk)).map { risk in
        Point(
          alpha: alpha, excessRisk: risk, minimumNormRisk: SampleMean(interpolating),
          expectedRisk: simulation.expectedRisk(alpha: alpha))
      }
    }
    minimum = InteriorMinimum(alphas: alphas, risks: trials.map { $0.outcomes.map(\.excessRisk) })
  }
}
