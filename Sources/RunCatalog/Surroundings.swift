import Analysis
import SystemPackage

/// What holds for every dump in a directory.
struct Surroundings {
  let directory: FilePath
  /// What the names on the way to it say.
  let fields: PathFields
  /// The run's name.
  let run: String
  /// What configurations say, the nearest having the last word.
  var configuredSettings: [String: HyperparameterValue] = [:]
  var configuredSeed: Int?
  /// The nearest metric log.
  var log: MetricLog?
}
