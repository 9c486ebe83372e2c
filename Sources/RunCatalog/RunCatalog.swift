public import Analysis
internal import Naming
public import SystemPackage

/// What the surroundings of a dump say about it: the names on its path, its run's configuration and metric log.
///
/// Configurations and metric logs are those of ``RunFile``, beside the dump, in a directory above it up to the root that was
/// opened, never further, or in that of a logger one or two directories down beside these. Every file is read once, until its
/// directory is forgotten.
/// Nothing is thrown: what cannot be read is missing from the descriptions, and told by ``takeProblems()``.
public struct RunCatalog: Sendable {
  /// What could not be read and is still to be told, in the order of reading.
  private var problems: [CatalogProblem] = []
  /// What was wrong with each file when it was last read, without numbers of others: they grow with the file, and are no
  /// news.
  private var knownProblems: [FilePath: Set<CatalogProblem>] = [:]

  let root: FilePath
  /// Per directory: its configurations, the most telling first.
  private var configs: [FilePath: [ConfigFile]] = [:]
  /// Per directory: its metric log, nil where there is none.
  private var logs: [FilePath: MetricLog?] = [:]
  /// Those of the dump that was described last: dumps come a directory at a time.
  private var surroundings: Surroundings?
  /// The names of all dumps, by the directory below which they are read: the root, as a rule.
  var names: [FilePath: NameTree] = [:]

  /// - Parameter root: the directory that was opened, as given; or the single file.
  public init(root: FilePath) {
    self.root = root
  }

  /// Describes the dump at `file`, a path as a ``Surveyor`` of the same root tells it.
  ///
  /// - The run is the model's path: the dump's directory relative to the root and the words of its file's name, without
  ///   what says checkpoint, layer, split or a metric (`epoch_8`); if nothing remains, the root's own name.
  /// - What a name means may depend on those of other dumps, as far as they were inserted.
  /// - Hyperparameters, the seed too, come from the nearest configuration that has them, else from the path, where the
  ///   root's own name counts and what is above it does not.
  /// - Metrics come from the nearest log: the value at the dump's step, else at its epoch, else the run's last.
  public mutating func describe(_ file: FilePath) -> Dump {
    let surroundings = surroundings(in: file.removingLastComponent())
    let meaning = meaning(of: file).recognizing(metrics: surroundings.log?.names ?? [])
    let model = ModelName(meaning, root: surroundings.rootName)
    let checkpoint = meaning.moment.map(Checkpoint.init)
    return Dump(
      path: file, root: root, run: model.path, model: model, split: meaning.split.map(DataSplit.init),
      layer: meaning.layer, checkpoint: checkpoint,
      hyperparameters: meaning.settings.mapValues(HyperparameterValue.init)
        .merging(surroundings.configuredSettings) { $1 },
      seed: surroundings.configuredSeed ?? meaning.seed, metrics: surroundings.log?.metrics(at: checkpoint) ?? [:])
  }

  /// What could not be read since the last call, in the order of reading. What is wrong with a file is told once; again only
  /// where it was right in between.
  public mutating func takeProblems() -> [CatalogProblem] {
    defer { problems = [] }
    return problems
  }

  /// Forgets what was read from a directory: something in it has changed.
  public mutating func forget(_ directory: FilePath) {
    configs[directory] = nil
    logs[directory] = nil
    surroundings = nil
  }

  /// The directory whose dumps, and those below, what lies in `directory` may say something about.
  public static func owner(of directory: FilePath) -> FilePath { RunFile.owner(of: directory) }

  private mutating func surroundings(in directory: FilePath) -> Surroundings {
    if let surroundings, surroundings.directory == directory { return surroundings }
    let location = DumpLocation(directory: directory, root: root)
    var new = Surroundings(directory: directory, rootName: location.rootName)
    let places = self.places(of: location)
    for config in places.reversed().flatMap({ configs(in: $0).reversed() }) {
      new.configuredSettings.merge(config.settings) { $1 }
      new.configuredSeed = config.seed ?? new.configuredSeed
    }
    for directory in places where new.log == nil { new.log = log(in: directory) }
    surroundings = new
    return new
  }

  /// Where files of the run may lie, the nearest first: the dump's directory and those above it, each followed by the newest
  /// version of a logger in it.
  private func places(of location: DumpLocation) -> [FilePath] {
    let depth = location.directoryNames.count
    return location.directories.enumerated().flatMap { level, directory in
      [directory]
        + [RunFile.newestVersion(in: directory, towards: location.directoryNames.dropFirst(depth - level))].compactMap {
          $0
        }
    }
  }

  private mutating func configs(in directory: FilePath) -> [ConfigFile] {
    if let known = configs[directory] { return known }
    var found: [ConfigFile] = []
    for name in RunFile.configurations {
      let file = directory.pushing(FilePath(name))
      do {
        guard let config = try ConfigFile(path: file) else {
          note([], of: file)
          continue
        }
        found.append(config)
        note([config.problem].compactMap { $0 }, of: file)
      } catch {
        note([error], of: file)
      }
    }
    configs[directory] = found
    return found
  }

  private mutating func log(in directory: FilePath) -> MetricLog? {
    if let known = logs[directory] { return known }
    var log: MetricLog?
    for file in RunFile.logs.map({ directory.appending($0) }) where log == nil {
      do {
        let reader = try MetricLogReader(path: file)
        log = reader.flatMap { $0.log.isEmpty ? nil : $0.log }
        note(reader?.problems ?? [], of: file)
      } catch {
        note([error], of: file)
      }
    }
    logs[directory] = .some(log)
    return log
  }

  /// Takes down what is wrong with a file that was read.
  private mutating func note(_ found: [CatalogProblem], of file: FilePath) {
    let kinds = found.map { CatalogProblem(path: $0.path, line: $0.line, reason: $0.reason) }
    let known = knownProblems[file] ?? []
    problems += zip(found, kinds).filter { !known.contains($1) }.map(\.0)
    knownProblems[file] = kinds.isEmpty ? nil : Set(kinds)
  }
}
