import SystemPackage
import TensorFiles

/// A directory as it was when it was last looked at.
struct KnownDirectory {
  /// Which directory the path led to.
  var identity: DirectoryListing.Identity
  /// The surveyed files in it.
  var files: [FilePath: KnownFile] = [:]
  /// Neither is hidden, both are in natural order.
  var subdirectories: [FilePath] = []
  var links: [FilePath] = []
  /// What in it could not be looked at, and was told.
  var problems: Set<CatalogProblem> = []
  /// Whether it has to be listed again.
  var isStale = false

  var children: [FilePath] { subdirectories + links }
}

/// A file as it was last told of.
struct KnownFile {
  var name: SurveyedName
  var identity: FileIdentity
  /// Changes are not told before.
  var quietUntil: ContinuousClock.Instant
}
