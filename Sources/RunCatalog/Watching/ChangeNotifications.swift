public import SystemPackage

/// What the system offers to those who watch directories (inotify(7)).
public enum ChangeNotifications {
  /// Directories that all programs of a user may watch together; nil where the system does not say.
  public static var directoryLimit: Int? { PollingReason.value(of: "max_user_watches") }
  /// Programs of a user that may watch at a time.
  public static var programLimit: Int? { PollingReason.value(of: "max_user_instances") }

  /// Why a directory is polled, in words for people; nil for one that is watched.
  public static func reasonToPoll(_ path: FilePath) -> String? {
    FileSystemType.withoutNotifications(at: path).map { PollingReason.fileSystem($0, path).text }
  }
}
