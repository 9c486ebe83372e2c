import Glibc
public import SystemPackage

/// Where results are remembered.
public enum StoreLocation: Sendable, Hashable {
  /// In a file below this directory, which is made where it does not exist, for this user alone.
  case directory(FilePath)
  /// In a file without a name that is gone with the process.
  case temporary

  /// The file with the results; nil for a temporary one.
  public var file: FilePath? {
    guard case .directory(let directory) = self else { return nil }
    return directory.appending("results.sqlite")
  }

  /// SQLite puts nameless files where it finds room, in the end into the current directory, where somebody's data are.
  static var hasTemporaryDirectory: Bool {
    let named: [String] = ["SQLITE_TMPDIR", "TMPDIR"].compactMap { (name: String) in
      getenv(name).map { String(cString: $0) }
    }
    let candidates: [String] = named + ["/var/tmp", "/usr/tmp", "/tmp"]
    return candidates.contains { (path: String) in access(path, W_OK | X_OK) == 0 }
  }
}
