import AnalysisEngine
import Dashboard
import Spectra

/// The trials and draws of an experiment that are finished.
struct LaboratoryTrials {
  private let experiment: LaboratoryExperiment
  private var trials: [RegressionTrial] = []
  /// Of each draw, for each α, N and range.
  private var draws: [[[[Double?]]]] = []

  /// More often than this nobody sees that there is more.
  private static let interval = Duration.milliseconds(100)

  /// - Parameter earlier: another experiment, of which this may have some trials.
  init(_ experiment: LaboratoryExperiment, keeping earlier: LaboratoryTrials? = nil) {
    self.experiment = experiment
    guard let earlier else { return }
    if experiment.hasTrials(of: earlier.experiment) { trials = Array(earlier.trials.prefix(experiment.trialCount)) }
    if experiment.hasDraws(of: earlier.experiment) { draws = Array(earlier.draws.prefix(experiment.trialCount)) }
  }

  /// Computes what is missing, trials and draws in turn, until all is done or the task is cancelled.
  ///
  /// - Parameter report: told how far it has come: after the first trial, now and then, and at the end.
  mutating func run(on engine: AnalysisEngine, report: (LaboratoryResults) -> Void) async {
    var reported: ContinuousClock.Instant?
    do {
      if !trials.isEmpty || !draws.isEmpty { report(try await results(on: engine)) }
      for number in 0..<experiment.trialCount {
        if number >= trials.count { trials.append(try await trial(number, on: engine)) }
        if number >= draws.count { draws.append(try await draw(number, on: engine)) }
        let isLast = number == experiment.trialCount - 1
        guard isLast || reported.map({ .now - $0 >= Self.interval }) ?? true else { continue }
        report(try await results(on: engine))
        reported = .now
      }
    } catch is CancellationError {
    } catch {
      var results = LaboratoryResults(experiment)
      results.failure = "\(error)"
      report(results)
    }
  }

  /// α by α, so that something else does not have to wait for all of them.
  private func trial(_ number: Int, on engine: AnalysisEngine) async throws -> RegressionTrial {
    let simulation = experiment.simulation
    let sample = try await engine.compute { simulation.sample(number) }
    var outcomes: [RegressionOutcome] = []
    for alpha in experiment.alphas {
      try Task.checkCancellation()
      outcomes.append(try await engine.compute { try sample.outcome(alpha: alpha) })
    }
    return RegressionTrial(number: number, outcomes: outcomes)
  }

  private func draw(_ number: Int, on engine: AnalysisEngine) async throws -> [[[Double?]]] {
    let sampling = experiment.sampling
    let sample = try await engine.compute { sampling.sample(number) }
    var estimates: [[[Double?]]] = []
    for alpha in experiment.populationAlphas {
      try Task.checkCancellation()
      estimates.append(try await engine.compute { try sample.estimates(alpha: alpha) })
    }
    return estimates
  }

  private func results(on engine: AnalysisEngine) async throws -> LaboratoryResults {
    try await engine.compute { [self] in
      var results = LaboratoryResults(experiment)
      results.curve = RegressionCurve(experiment.simulation, alphas: experiment.alphas, trials: trials)
      results.biases =
        draws.isEmpty
        ? [] : SamplingBias.curves(experiment.sampling, alphas: experiment.populationAlphas, draws: draws)
      results.drawCount = draws.count
      return results
    }
  }
}
