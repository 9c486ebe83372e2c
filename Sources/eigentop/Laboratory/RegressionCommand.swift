import Analysis
import ArgumentParser
import Figures
import Spectra

struct RegressionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regression",
    abstract: "Excess risk of linear regression against the α of its covariates.",
    discussion: """
      xᵢ = √λᵢ zᵢ with λᵢ = i^(−α), y = Σ cᵢzᵢ + σε with cᵢ² ∝ i^(−b). Prints mean excess risk, spread and error for each α, the \
      minimum-norm solution beside it, and where the risk is least. Exit status: 0 all good, 1 interrupted, 2 nothing finished, 64 usage.
      """)

  @Option(help: ArgumentHelp("Decays of the covariates' variances.", valueName: "first...last"))
  var alpha = AlphaRange(first: 0, last: 3)
  @Option(help: "How many α, evenly spaced.") var points: Int = 13
  @Option(help: "D, covariates.") var dimension: Int = 1000
  @Option(help: "n, rows to learn from.") var samples: Int = 500
  @Option(help: "Full-batch gradient steps from 0; inf: the minimum-norm solution. (default: 100)") var steps:
    StepCount?
  @Option(help: "σ, standard deviation of the noise.") var sigma: Double = 0.5
  @Option(help: "Decay of the target's squares.") var b: Double = 1
  @Option(
    help: ArgumentHelp(
      "One pass of stochastic gradient descent instead, in batches of so many rows.", valueName: "batch"))
  var sgd: Int?
  @Option(help: "Length of a step. (default: 1/λ₁ of the sample; with --sgd 1/(λ₁ + (λ₁ + Σλ)/batch))")
  var learningRate: Double?

  @OptionGroup var options: SimulationOptions

  func validate() throws {
    if sgd != nil && steps != nil { throw ValidationError("--sgd and --steps exclude each other") }
    if learningRate != nil && steps == .infinite {
      throw ValidationError("--learning-rate changes no limit of --steps inf")
    }
    _ = try alpha.values(points)
    _ = try simulation
  }

  private var simulation: RegressionSimulation {
    get throws {
      try SimulationOptions.checked {
        try RegressionSimulation(
          featureCount: dimension, sampleCount: samples, targetDecay: b, noise: sigma, training: training,
          learningRate: learningRate, seed: options.seed)
      }
    }
  }

  private var training: RegressionSimulation.Training {
    if let sgd { return .onePass(batchSize: sgd) }
    switch steps ?? .finite(100) {
    case .finite(let count): return .fullBatch(steps: count)
    case .infinite: return .minimumNorm
    }
  }

  func run() throws {
    let simulation = try simulation
    let alphas = try alpha.values(points)
    let outcome = HeadlessTrials.run(options.trials, threads: options.threads.count) { number in
      try simulation.trial(number, alphas: alphas)
    }
    let curve = RegressionCurve(simulation, alphas: alphas, trials: outcome.results)
    let report = RegressionReport(simulation, requestedTrials: options.trials, curve: curve)
    try options.finish(
      outcome.ending, finished: outcome.results.count, of: options.trials,
      json: { String(decoding: try report.json(), as: UTF8.self) }, table: table(of: curve),
      findings: curve.map { LaboratoryFigure($0).figure.findings.map(\.text) } ?? [])
  }

  private func table(of curve: RegressionCurve?) -> DelimitedTable {
    let isOnePass = sgd != nil
    return DelimitedTable(
      titles: [
        "alpha", "excessRisk", "standardDeviation", "standardError", isOnePass ? "expectedRisk" : "minimumNormRisk",
      ],
      rows: (curve?.points ?? []).map { point in
        [
          point.alpha, point.excessRisk.mean, point.excessRisk.standardDeviation, point.excessRisk.standardError,
          isOnePass ? point.expectedRisk : point.minimumNormRisk?.mean,
        ].map { .number($0) }
      })
  }
}

/// How many gradient steps: a number, or `inf`.
enum StepCount: ExpressibleByArgument, Equatable {
  case finite(Int)
  case infinite

  init?(argument: String) {
    if argument == "inf" {
      self = .infinite
    } else if let count = Int(argument) {
      self = .finite(count)
    } else {
      return nil
    }
  }
}
