public import SystemPackage

/// One array of features on disk: where it is, and what its surroundings say about the model that produced it.
public struct Dump: Sendable, Hashable, Identifiable {
  /// The path as given on the command line followed by what lies below it, as `find` prints it. Bytes, not necessarily UTF-8.
  public var path: FilePath
  /// Its name in the file, where that holds several.
  public var array: String?
  /// Its files in the order of their rows: itself, or its shards, for whose numbers `path` has an asterisk.
  public var files: [FilePath]
  /// The directory (or file) that was opened and below which the dump lies, as given on the command line.
  public var root: FilePath
  /// The training run: the model's path relative to the root, ``ModelName/path``.
  public var run: String
  /// What names say of the model.
  public var model: ModelName
  /// Which images the features are of, where the file's name says so.
  public var split: DataSplit?
  /// Layer within the model, where the path names one.
  public var layer: String?
  /// When in training the features were taken, where the path says so.
  public var checkpoint: Checkpoint?
  /// Settings of the run by name, the seed excepted.
  public var hyperparameters: [String: HyperparameterValue]
  /// Seed of the run's random numbers.
  public var seed: Int?
  /// Values from the run's metric logs by name, those of this checkpoint where the log has them.
  public var metrics: [String: Metric]

  public init(
    path: FilePath, array: String? = nil, root: FilePath = "", run: String, model: ModelName? = nil,
    split: DataSplit? = nil,
    layer: String? = nil, checkpoint: Checkpoint? = nil,
    hyperparameters: [String: HyperparameterValue] = [:], seed: Int? = nil, metrics: [String: Metric] = [:]
  ) {
    self.path = path
    self.array = array
    files = [path]
    self.root = root
    self.run = run
    self.model = model ?? ModelName(directory: run, path: run)
    self.split = split
    self.layer = layer
    self.checkpoint = checkpoint
    self.hyperparameters = hyperparameters
    self.seed = seed
    self.metrics = metrics
  }

  public var id: ArrayReference { ArrayReference(path, array: array) }

  /// Its run and its file, for people who know the directory: `lambd_0.1/views.npy`.
  public var nameInRun: String {
    let file = path.lastComponent.map { "\($0)" } ?? "\(path)"
    return run.isEmpty || run == file ? file : "\(run)/\(file)"
  }

  /// That it was put together from several files, and why, in words; nil for one file.
  public var joining: String? {
    files.count > 1 ? "\(files.count) files joined: the numbers in their names (*) count pieces of one dump" : nil
  }
}
