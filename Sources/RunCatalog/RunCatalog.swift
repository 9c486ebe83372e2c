public import Analysis
public import SystemPackage

/// What the surroundings of a dump say about it: the names on its path, its run's configuration and metric log.
///
/// Configurations are `hparams.yaml` and `config.yaml`, metric logs `metrics.csv`, beside the dump or in a directory
/// above it up to the root that was opened, never further. Every file is read once, until its directory is forgotten.
/// Nothing is thrown: what cannot be read is missing from the descriptions, and told by ``takeProblems()``.
public struct RunCatalog: Sendable {
  /// What could not be read, in the order of reading.
  private var problems: [CatalogProblem] = []
  /// What was told of a file; it is told again only when it changes.
  private var toldProblems: Set<CatalogProblem> = []

  private let root: FilePath
  /// Per directory: its configurations, `hparams.yaml` before `config.yaml`.
  private var configs: [FilePath: [ConfigFile]] = [:]
  /// Per directory: its metric log, nil where there is none.
  private var logs: [FilePath: MetricLog?] = [:]

  /// - Parameter root: the directory that was opened, as given; or the single file.
  public init(root: FilePath) {
    self.root = root
  }

  /// Describes the dump at `file`, a path as a ``DirectoryWalk`` of the same root yields it.
  ///
  /// - The run is the dump's directory relative to the root, as on disk, without components that only say checkpoint or
  ///   layer (`epoch_8`); if nothing remains, the root's own name.
  /// - Hyperparameters, the seed too, come from the nearest configuration that has them, else from the path, where the
  ///   root's own name counts and what is above it does not.
  /// - Metrics come from the nearest log: the value at the dump's step, else at its epoch, else the run's last.
  public mutating func describe(_ file: FilePath) -> Dump {
    let location = DumpLocation(file: file, root: root)
    let fields = PathFields(root: location.rootName, directories: location.directoryNames, stem: file.stem ?? "")
    var hyperparameters = fields.settings.mapValues(HyperparameterValue.number)
    var seed = fields.seed
    for config in location.directories.reversed().flatMap({ configs(in: $0).reversed() }) {
      hyperparameters.merge(config.settings) { $1 }
      seed = config.seed ?? seed
    }
    var log: MetricLog?
    for directory in location.directories where log == nil { log = self.log(in: directory) }
    return Dump(
      path: file, root: root, run: fields.run.isEmpty ? location.rootName : fields.run.joined(separator: "/"),
      layer: fields.layer, checkpoint: fields.checkpoint, hyperparameters: hyperparameters, seed: seed,
      metrics: log?.metrics(at: fields.checkpoint) ?? [:])
  }

  /// What could not be read since the last call, in the order of reading, each once.
  public mutating func takeProblems() -> [CatalogProblem] {
    defer { problems = [] }
    return problems.filter { toldProblems.insert($0).inserted }
  }

  /// Forgets what was read from a directory: something in it has changed.
  public mutating func forget(_ directory: FilePath) {
    configs[directory] = nil
    logs[directory] = nil
  }

  private mutating func configs(in directory: FilePath) -> [ConfigFile] {
    if let known = configs[directory] { return known }
    var found: [ConfigFile] = []
    for name in ["hparams.yaml", "config.yaml"] {
      do {
        if let config = try ConfigFile(path: directory.appending(name)) { found.append(config) }
      } catch {
        problems.append(error)
      }
    }
    configs[directory] = found
    return found
  }

  private mutating func log(in directory: FilePath) -> MetricLog? {
    if let known = logs[directory] { return known }
    var log: MetricLog?
    do {
      let reader = try MetricLogReader(path: directory.appending("metrics.csv"))
      log = reader?.log
      problems += reader?.problems ?? []
    } catch {
      problems.append(error)
    }
    logs[directory] = .some(log)
    return log
  }
}
