import Analysis
import SystemPackage

/// What holds for every dump in a directory.
struct Surroundings {
  let directory: FilePath
  /// The name of the root, which is that of the run where no directory is between.
  let rootName: String
  /// What configurations say, the nearest having the last word.
  var configuredSettings: [String: HyperparameterValue] = [:]
  var configuredSeed: Int?
  /// The nearest metric log.
  var log: MetricLog?
}
