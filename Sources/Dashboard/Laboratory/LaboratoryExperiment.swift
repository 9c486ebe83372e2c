public import Spectra

/// What the laboratory wants to know: excess risk against the α of covariates, and α̂ of samples against their α.
public struct LaboratoryExperiment: Sendable, Equatable {
  public let simulation: RegressionSimulation
  /// Of the covariates, ascending.
  public let alphas: [Double]
  public let sampling: SpectrumSampling
  /// Of the populations that are sampled, ascending.
  public let populationAlphas: [Double]
  /// Trials of the one, and draws of the other.
  public let trialCount: Int

  public init(
    _ simulation: RegressionSimulation, alphas: [Double], _ sampling: SpectrumSampling, populationAlphas: [Double],
    trialCount: Int
  ) {
    self.simulation = simulation
    self.alphas = alphas
    self.sampling = sampling
    self.populationAlphas = populationAlphas
    self.trialCount = trialCount
  }

  /// Whether trials of the other are trials of this.
  public func hasTrials(of other: LaboratoryExperiment) -> Bool {
    simulation == other.simulation && alphas == other.alphas
  }

  /// Whether draws of the other are draws of this.
  public func hasDraws(of other: LaboratoryExperiment) -> Bool {
    sampling == other.sampling && populationAlphas == other.populationAlphas
  }
}
