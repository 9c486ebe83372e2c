import Glibc
public import SystemPackage

/// Where results are remembered.
public enum StoreLocation: Sendable, Hashable {
  /// In a file below this directory, which is made where it does not exist, for this user alone.
  case directory(FilePath)
  /// In a file without a name that is gone with the process.
  case temporary

  /// `$XDG_CACHE_HOME/eigentop`, else `~/.cache/eigentop`; temporary without a home. A relative path is to be ignored
  /// (XDG base directories).
  public static func standard(environment: [String: String]) -> StoreLocation {
    let configured = environment["XDG_CACHE_HOME"].map { FilePath($0) }.flatMap { $0.isAbsolute ? $0 : nil }
    let home = environment["HOME"].map { FilePath($0) }.flatMap { $0.isAbsolute ? $0.appending(".cache") : nil }
    guard let base = configured ?? home else { return .temporary }
    return .directory(base.appending("eigentop"))
  }

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
