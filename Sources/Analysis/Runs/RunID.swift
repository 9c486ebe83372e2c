public import SystemPackage

/// Names one training run. Two directories can have runs of the same name.
public struct RunID: Sendable, Hashable {
  /// The directory that was opened.
  public var root: FilePath
  /// The run's directory relative to it.
  public var name: String

  public init(root: FilePath, name: String) {
    self.root = root
    self.name = name
  }
}

extension Dump {
  /// The run that the dump belongs to.
  public var runID: RunID { RunID(root: root, name: run) }
}
