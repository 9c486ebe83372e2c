import Analysis
import ArgumentParser
import Figures
import Spectra

struct SamplingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sampling",
    abstract: "α̂ of samples from a spectrum of known α: how N, D and the fitted ranks bias it.",
    discussion: """
      Draws N rows of D normal features whose variances fall as rank^(−α), and fits α as analyze does. A smaller sample is the beginning \
      of a larger one. Exit status: 0 all good, 1 interrupted, 2 nothing finished, 64 usage.
      """)

  @Option(help: ArgumentHelp("Decays of the population.", valueName: "first...last"))
  var alpha = AlphaRange(first: 0.5, last: 2)
  @Option(help: "How many α, evenly spaced.") var points: Int = 4
  @Option(help: ArgumentHelp("D, separated by commas.", valueName: "numbers")) var dimension = CountList([512])
  @Option(help: ArgumentHelp("N, separated by commas.", valueName: "numbers")) var samples = CountList([
    256, 1024, 4096,
  ])
  @Option(help: ArgumentHelp("Fitted ranks, separated by commas.", valueName: "ranges")) var fitRange = FitRangeList()
  @Option(help: "How the line is fitted.") var estimator: PowerLawFit.Estimator = .weighted

  @OptionGroup var options: SimulationOptions

  func validate() throws {
    _ = try alpha.values(points)
    _ = try samplings
  }

  /// One for each D.
  private var samplings: [SpectrumSampling] {
    get throws {
      try SimulationOptions.checked {
        try dimension.values.map { dimension in
          try SpectrumSampling(
            featureCount: dimension, sampleCounts: samples.values, fitRanges: fitRange.ranges, estimator: estimator,
            seed: options.seed)
        }
      }
    }
  }

  func run() throws {
    let samplings = try samplings
    let alphas = try alpha.values(points)
    let count = options.trials * samplings.count
    let outcome = HeadlessTrials.run(count, threads: options.threads.count) { number in
      let (draw, place) = number.quotientAndRemainder(dividingBy: samplings.count)
      let sample = samplings[place].sample(draw)
      return (place: place, estimates: try alphas.map { try sample.estimates(alpha: $0) })
    }
    let curves = samplings.enumerated().flatMap { place, sampling in
      SamplingBias.curves(
        sampling, alphas: alphas, draws: outcome.results.filter { $0.place == place }.map(\.estimates))
    }
    let report = SamplingReport(
      estimator: estimator, seed: options.seed, requestedDraws: options.trials, curves: curves)
    try options.finish(
      outcome.ending, finished: outcome.results.count, of: count,
      json: { String(decoding: try report.json(), as: UTF8.self) }, table: table(of: curves),
      findings: SamplingBiasFigure(curves).figure.findings.map(\.text))
  }

  private func table(of curves: [SamplingBias]) -> DelimitedTable {
    DelimitedTable(
      titles: ["featureCount", "sampleCount", "ranks", "alpha", "estimate", "standardDeviation", "standardError"],
      rows: curves.flatMap { curve in
        curve.points.map { point in
          [
            .count(curve.featureCount), .count(curve.sampleCount),
            .text("\(curve.fitRange.first)...\(curve.fitRange.last)"),
          ]
            + [point.alpha, point.estimate?.mean, point.estimate?.standardDeviation, point.estimate?.standardError]
            .map { .number($0) }
        }
      })
  }
}
