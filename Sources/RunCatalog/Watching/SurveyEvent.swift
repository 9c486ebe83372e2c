public import Analysis
public import SystemPackage
public import TensorFiles

/// What a ``Surveyor`` tells.
public enum SurveyEvent: Sendable, Hashable {
  /// An array file that was not there before.
  case found(FileState)
  /// An array file that is another one now, or in another state.
  case changed(FileState)
  /// An array file is in the state that was told, but somebody who could write to it has closed it. What is written
  /// through a mapping (mmap(2)) need not change the state. Told only of roots whose changes the kernel tells of.
  case closed(FilePath)
  /// An array file that is there no longer.
  case vanished(FilePath)
  /// A configuration, metric log or heartbeat appeared, changed or, if the identity is nil, vanished: what was said of
  /// the dumps in its directory and below may be out of date.
  case contextChanged(directory: FilePath, file: FilePath, identity: FileIdentity?)
  /// The instant has come for which the caller asked about this path.
  case due(FilePath)
  /// Something on disk could not be looked at; told again only when that changes.
  case problem(CatalogProblem)
  /// What was said to be wrong with this root itself is so no longer.
  case recovered(root: FilePath)
  /// There is nothing at this root yet, or no longer; it is waited for.
  case waiting(root: FilePath)
  /// How changes below this root are noticed, from now on; told again when it has appeared.
  case method(root: FilePath, WatchMethod)
  /// All roots have been walked: what was there at the start has been told.
  case surveyed
}
