public import SystemPackage

/// What tells which rows of a dump belong to one object, and so are left out together where the sampling of objects is
/// what counts.
public enum ObjectSource: Sendable, Hashable {
  /// Every index of the first axis is an object of its own.
  case items
  /// So many of them, one after another, are one.
  case views(Int)
  /// Those of equal ids are one: a `.npy` file of one axis of integers, one for each, in the state in which it was seen,
  /// nil where it could not be.
  case ids(FilePath, FileIdentity?)

  /// A file of ids as it is now.
  public init(ids path: FilePath) { self = .ids(path, try? FileIdentity(path: path)) }
}
