import Spectra

/// What the laboratory simulates, as its user has set it. By itself it is what `eigentop simulate` does by itself, beside samples of as many
/// dimensions.
struct LaboratorySettings: Sendable, Equatable {
  enum Training: String, Sendable, CaseIterable {
    case fullBatch = "full batch"
    case minimumNorm = "minimum norm"
    case onePass = "one pass"
  }

  /// D, of covariates and of samples.
  var dimension = 1_000
  var trials = 20
  var seed: UInt64 = 0
  /// n, of rows that regressions learn from.
  var samples = 500
  /// b.
  var targetDecay = 1.0
  /// σ.
  var noise = 0.5
  var training = Training.fullBatch
  /// Of full-batch training.
  var steps = 100
  /// Of stochastic gradient descent.
  var batch = 10
  var leastAlpha = 0.0
  var greatestAlpha = 3.0
  var alphaCount = 13
  /// N, of the largest samples that α is fitted to.
  var rows = 2_000
  var ranks = FitRange.standard

  /// Why something cannot be simulated here.
  struct Refusal: Error, Equatable {
    let reason: String
  }

  /// Numbers that a draw may have here, 64 MiB of doubles: what is changed again has to stop soon.
  static let greatestElementCount = 1 << 23
  static let populationAlphas = [0.5, 1, 1.5, 2]
  /// Smaller samples beside the largest one are the beginnings of it, each this part of the next.
  private static let sampleRatio = 4

  var sampleCounts: [Int] {
    let ratio = Self.sampleRatio
    return [rows / ratio / ratio, rows / ratio, rows].filter { $0 >= 2 }
  }

  var experiment: LaboratoryExperiment {
    get throws(Refusal) {
      guard leastAlpha < greatestAlpha else { throw Refusal(reason: "α has to end behind its beginning") }
      for count in [samples, rows] {
        let (product, overflows) = count.multipliedReportingOverflow(by: dimension)
        guard !overflows, product <= Self.greatestElementCount else {
          throw Refusal(
            reason: "\(count) × \(dimension) numbers are too many here: \(Self.greatestElementCount) at most a draw")
        }
      }
      do {
        let simulation = try RegressionSimulation(
          featureCount: dimension, sampleCount: samples, targetDecay: targetDecay, noise: noise,
          training: trainingOfSimulation, seed: seed)
        let sampling = try SpectrumSampling(
          featureCount: dimension, sampleCounts: sampleCounts, fitRanges: [ranks], seed: seed)
        return LaboratoryExperiment(
          simulation, alphas: PowerLaw.grid(from: leastAlpha, to: greatestAlpha, count: alphaCount), sampling,
          populationAlphas: Self.populationAlphas, trialCount: trials)
      } catch {
        throw Refusal(reason: "\(error)")
      }
    }
  }

  private var trainingOfSimulation: RegressionSimulation.Training {
    switch training {
    case .fullBatch: .fullBatch(steps: steps)
    case .minimumNorm: .minimumNorm
    case .onePass: .onePass(batchSize: batch)
    }
  }
}
