import SystemPackage

/// A kind of file that a training run leaves beside its dumps, and that says something about them.
///
/// A further kind is a value here, and a place in ``all``.
public struct RunFileFormat: Sendable, Hashable {
  /// What is read from files of a kind.
  public enum Content: Sendable, Hashable {
    case settings, metrics, heartbeat
  }

  /// For people.
  public let name: String
  public let content: Content
  /// The name of such files; also the end of their names, behind a dot, where `isSuffix`.
  let fileName: String
  var isSuffix = false

  /// All that are known; of those with the same content in one directory the first has the last word.
  static let all: [RunFileFormat] = [.hparams, .config, .metrics, .heartbeat]

  static let hparams = RunFileFormat(name: "Lightning's hyperparameters", content: .settings, fileName: "hparams.yaml")
  static let config = RunFileFormat(name: "a configuration", content: .settings, fileName: "config.yaml")
  static let metrics = RunFileFormat(name: "a log of metrics", content: .metrics, fileName: "metrics.csv")
  static let heartbeat = RunFileFormat(
    name: "a heartbeat", content: .heartbeat, fileName: "heartbeat", isSuffix: true)

  /// Files with a content that speak for a directory, in the order in which they are looked for.
  static func files(with content: Content, speakingFor directory: FilePath) -> [FilePath] {
    all.filter { $0.content == content }.map { directory.appending($0.fileName) }
  }

  func isNamed(by name: Substring) -> Bool {
    name == fileName || isSuffix && name.hasSuffix(".\(fileName)")
  }

  /// The rule by which files are of this kind, for people.
  var rule: String { isSuffix ? "`\(fileName)` or `*.\(fileName)` is \(name)" : "`\(fileName)` is \(name)" }
}
