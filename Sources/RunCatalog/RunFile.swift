import SystemPackage

/// Files that say something about a run, by the names that tools give them, and where they lie.
///
/// They are looked for beside a dump, above it up to the root, and of each of these directories where loggers put theirs
/// (``newestVersion(in:)``).
enum RunFile {
  /// Settings, the most telling first: Lightning's, Hydra's, what scripts write.
  static let configurations = [
    "hparams.yaml", "hparams.yml", "config.yaml", "config.yml", "config.json", "args.yaml", "args.yml", "args.json",
    "cfg.yaml", "cfg.json", "params.yaml", "params.json", ".hydra/config.yaml",
  ]
  /// Metrics in time: Lightning's, Keras', timm's, what scripts write.
  static let logs = [
    "metrics.csv", "log.csv", "training.log", "history.csv", "summary.csv", "progress.csv", "results.csv",
  ]
  static let names = Set(configurations + logs + ["heartbeat"])

  /// Directories in which loggers number theirs.
  private static let loggers: Set = ["csv", "csv_logs", "lightning_logs", "logs"]

  /// The directory of a logger's newest version below a directory (`csv/version_3`, `lightning_logs/version_0`, `version_1`);
  /// nil where there is none.
  ///
  /// - Parameter names: how a dump is reached from the directory: one that lies in a logger's directory has its own.
  static func newestVersion(in directory: FilePath, towards names: some Collection<String>) -> FilePath? {
    if let next = names.first, loggers.contains(next) || version(of: next) != nil { return nil }
    return (["."] + loggers.sorted()).lazy.compactMap { logger in
      let base = logger == "." ? directory : directory.appending(logger)
      guard let entries = try? DirectoryListing(path: base).entries else { return nil }
      let versions = entries.filter { $0.kind == .directory || $0.kind == .linkedDirectory }.compactMap { entry in
        version(of: entry.path.lastComponent?.string ?? "").map { (number: $0, path: entry.path) }
      }
      return versions.max { $0.number < $1.number }?.path
    }.first
  }

  /// The directory whose dumps a file in `directory` may say something about: above a logger's, itself elsewhere.
  static func owner(of directory: FilePath) -> FilePath {
    var owner = directory
    if version(of: owner.lastComponent?.string ?? "") != nil { owner.removeLastComponent() }
    if loggers.contains(owner.lastComponent?.string ?? "") { owner.removeLastComponent() }
    return owner
  }

  private static func version(of name: String) -> Int? {
    name.hasPrefix("version_") ? Int(name.dropFirst("version_".count)) : nil
  }
}
