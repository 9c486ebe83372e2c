import SystemPackage

/// Who wants to know of which watch. The kernel has one watch for a directory or file, whatever paths lead to it and
/// whatever for.
final class WatchTable {
  /// What a path is watched for.
  enum Role: Hashable {
    /// The files and directories in a directory.
    case directory
    /// The file that a link leads to.
    case linkedFile
    /// A directory above a root, whose moving takes the root away.
    case ancestor
    /// What is missing on the way to a root, in the directory where it would be.
    case awaited
    /// A symbolic link on the way to a root, in its directory: another in its place takes the root elsewhere.
    case link

    var kinds: NotificationQueue.Kinds {
      switch self {
      case .directory:
        [
          .created, .movedIn, .movedOut, .deleted, .written, .closed, .attributes, .selfDeleted, .selfMoved,
        ]
      case .linkedFile: [.written, .closed, .attributes, .selfDeleted, .selfMoved]
      case .ancestor: [.selfDeleted, .selfMoved]
      case .link: [.created, .movedIn, .movedOut, .deleted, .selfDeleted, .selfMoved]
      case .awaited: [.created, .movedIn, .attributes, .selfDeleted, .selfMoved]
      }
    }
  }

  /// Whose watch it is.
  struct Key: Hashable {
    /// Number of the root.
    var root: Int
    var path: FilePath
    var role: Role

    /// What the kernel watches for it.
    var watchedPath: FilePath { role == .awaited || role == .link ? path.removingLastComponent() : path }
  }

  let queue: NotificationQueue
  private var keys: [CInt: [Key]] = [:]
  private var watches: [Key: CInt] = [:]

  init(queue: NotificationQueue) { self.queue = queue }

  /// Watches what is now at the path of `key`, which may be another directory than before.
  ///
  /// - Throws: as ``NotificationQueue/watch(_:for:)``.
  func watch(_ key: Key) throws(Errno) {
    let watch = try queue.watch(key.watchedPath, for: key.role.kinds)
    if watches[key] == watch { return }
    unwatch(key)
    watches[key] = watch
    keys[watch, default: []].append(key)
  }

  func unwatch(_ key: Key) {
    guard let watch = watches.removeValue(forKey: key) else { return }
    keys[watch]?.removeAll { $0 == key }
    if keys[watch]?.isEmpty == true {
      keys[watch] = nil
      queue.unwatch(watch)
    }
  }

  func unwatchAll(of root: Int, where isUnwanted: (Key) -> Bool = { _ in true }) {
    for key in watches.keys.filter({ $0.root == root && isUnwanted($0) }) { unwatch(key) }
  }

  /// Takes what has happened and hands it to everybody who wants to know, in order. Never waits.
  ///
  /// - Returns: whether anything had happened, and whether some of it was lost because it was too much for the queue.
  func drain(_ body: (Key, NotificationQueue.Notification) -> Void) -> (isEmpty: Bool, didOverflow: Bool) {
    let notifications = queue.drain()
    for notification in notifications {
      for key in keys[notification.watch] ?? [] { body(key, notification) }
      if notification.kinds.contains(.unwatched) {
        for key in keys.removeValue(forKey: notification.watch) ?? [] { watches[key] = nil }
      }
    }
    return (notifications.isEmpty, notifications.contains { $0.kinds.contains(.overflow) })
  }
}
