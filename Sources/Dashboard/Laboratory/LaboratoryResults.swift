public import Spectra

/// How far an experiment has come, and what it says by now.
public struct LaboratoryResults: Sendable, Equatable {
  public let experiment: LaboratoryExperiment
  /// Of the trials that are finished; nil before the first.
  public var curve: RegressionCurve?
  /// Of the draws that are finished; empty before the first.
  public var biases: [SamplingBias] = []
  public var drawCount = 0
  /// Why it goes no further.
  public var failure: String?

  public init(_ experiment: LaboratoryExperiment) { self.experiment = experiment }

  var trialCount: Int { curve?.trialCount ?? 0 }
  var isComplete: Bool { min(trialCount, drawCount) == experiment.trialCount }
}
