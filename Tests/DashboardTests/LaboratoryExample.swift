import DashboardFixtures
import Figures
import Foundation
import LinearAlgebra
import Spectra

@testable import Dashboard

/// Outcomes by formula, in the place of simulations that would take their time.
enum LaboratoryExample {
  /// A valley about α = 1, and samples that see too little of what is steep.
  static func results(of experiment: LaboratoryExperiment) -> LaboratoryResults {
    let numbers = 0..<experiment.trialCount
    let trials = numbers.map { number in
      RegressionTrial(
        number: number,
        outcomes: experiment.alphas.map { alpha in
          let spread = 0.01 * Double(number % 3) * (1 + alpha)
          let risk = 0.3 + 0.12 * (alpha - 1) * (alpha - 1) + spread
          return RegressionOutcome(excessRisk: risk, minimumNormRisk: risk + 0.2 * alpha)
        })
    }
    let draws = numbers.map { number in
      experiment.populationAlphas.map { alpha in
        experiment.sampling.sampleCounts.map { count in
          experiment.sampling.fitRanges.map { _ -> Double? in
            alpha - alpha * alpha * 20 / Double(count) + 0.01 * Double(number % 3)
          }
        }
      }
    }
    var results = LaboratoryResults(experiment)
    results.curve = RegressionCurve(experiment.simulation, alphas: experiment.alphas, trials: trials)
    results.biases = SamplingBias.curves(experiment.sampling, alphas: experiment.populationAlphas, draws: draws)
    results.drawCount = draws.count
    return results
  }

  /// Two views of four features, of which the last says nothing.
  static func matrix() throws -> Figure {
    let angles = (0..<200).map(Double.init)
    let first = angles.map { [sin($0), cos($0), sin(2 * $0), sin(3 * $0)] }
    let second = angles.map { [sin($0), cos($0) + 0.3 * sin(5 * $0), sin(2 * $0) + 0.5 * sin($0), sin(7 * $0)] }
    var sums = try CrossMomentsAccumulator(featureCount: 4)
    sums.add(RowBlock(rows: first), RowBlock(rows: second))
    return CrossCorrelationFigure(BarlowTwinsLoss(sums.moments()), lambda: 0.01).figure
  }
}

extension Model {
  /// The laboratory with everything in it: three trials, and the views of a dump.
  static func laboratory(columns: Int, rows: Int) throws -> Model {
    var model = GridSweep.model(columns: columns, rows: rows)
    let dump = GridSweep.record(1, 1, epoch: 8).id
    model.select(dump)
    model.laboratory.settings.trials = 3
    model.press(.character("8"))
    _ = update(&model, .simulated(LaboratoryExample.results(of: try model.laboratory.settings.experiment)))
    _ = update(&model, .viewsCompared(dump, .matrix(try LaboratoryExample.matrix())))
    return model
  }
}
