import Analysis
import SystemPackage

/// What holds for every dump in a directory.
struct Surroundings {
  let directory: FilePath
  /// The root's own name.
  let rootName: String
  /// What configurations say, the nearest having the last word.
  var configuredSettings: [String: HyperparameterValue] = [:]
  var configuredSeed: Int?
  /// The nearest metric log.
  var log: MetricLog?
}
