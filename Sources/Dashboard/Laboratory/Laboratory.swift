import Analysis
import Figures

/// What is known on the screen of simulations.
struct Laboratory: Sendable, Equatable {
  var settings = LaboratorySettings()
  /// Whether there are simulations, beside what is known of views.
  var simulates = true
  /// The one that keys change.
  var parameter = LaboratoryParameter.dimension
  /// What was asked for last; nil while nobody has looked.
  var experiment: LaboratoryExperiment?
  /// Of that, or still of the one before.
  var results: LaboratoryResults?
  /// The dump whose views were last asked for, and what came of it.
  var viewedDump: Dump.ID?
  var views: ViewComparison?

  /// Whether the curve is that of the parameters as they are.
  var hasCurrentCurve: Bool { Self.fits(experiment, results) { $0.hasTrials(of: $1) } }
  var hasCurrentBiases: Bool { Self.fits(experiment, results) { $0.hasDraws(of: $1) } }

  private static func fits(
    _ experiment: LaboratoryExperiment?, _ results: LaboratoryResults?,
    _ same: (LaboratoryExperiment, LaboratoryExperiment) -> Bool
  ) -> Bool {
    guard let experiment, let results else { return true }
    return same(experiment, results.experiment)
  }
}
