import SystemPackage

/// Notifications: they say only where to look.
extension RootSurvey {
  /// Marks what has to be looked at because of `notification`, which came by the watch of `key`.
  mutating func note(
    _ notification: NotificationQueue.Notification, by key: WatchTable.Key, now: ContinuousClock.Instant
  ) {
    let isGone = notification.name == nil && !notification.kinds.isDisjoint(with: .selfGone)
    switch key.role {
    case .ancestor:
      if isGone { unsettle() }
    case .awaited, .link:
      if isGone || notification.name == key.path.lastComponent { unsettle() }
    case .linkedFile:
      noteClosing(notification.kinds, of: key.path)
      touch(key.path, atOnce: isGone, now: now)
    case .directory:
      if let name = notification.name {
        note(notification.kinds, of: key.path.appending(name), in: key.path, now: now)
      } else if isGone {
        markStale(key.path)
        if key.path == top { unsettle() }
      } else if key.path == top, notification.kinds.contains(.attributes) {
        // It may be read no longer, or again: nobody above it tells while it is known.
        unsettle()
      }
    }
  }

  private mutating func note(
    _ kinds: NotificationQueue.Kinds, of path: FilePath, in directory: FilePath, now: ContinuousClock.Instant
  ) {
    if kinds.contains(.isDirectory) {
      // Its name may stand for another directory now, or for one that may be read now.
      guard base == .directory, !path.isHidden else { return }
      markStale(path)
      markStale(directory)
      return
    }
    let mayHaveVanished = !kinds.isDisjoint(with: .disappeared)
    let mayHaveAppeared = !kinds.isDisjoint(with: .appeared)
    noteClosing(kinds, of: path)
    if surveyedName(of: path) != nil { touch(path, atOnce: mayHaveVanished, now: now) }
    guard base == .directory, !path.isHidden, mayHaveVanished || mayHaveAppeared else { return }
    // A link may lead to a directory, or have led to one.
    if directories[directory]?.children.contains(path) == true || mayHaveAppeared && path.isSymbolicLink {
      markStale(path)
      markStale(directory)
    }
  }

  private mutating func noteClosing(_ kinds: NotificationQueue.Kinds, of path: FilePath) {
    // One that is not known is going to be read as it is then.
    guard kinds.contains(.closed), directories[path.removingLastComponent()]?.files[path]?.name == .array else {
      return
    }
    closed.insert(path)
  }

  /// Watches what is at `path`. Where the limit is reached the root is polled; anything else that is in the way, who
  /// looks at the path is going to be told as well.
  mutating func watch(_ path: FilePath, as role: WatchTable.Role) {
    _ = tryToWatch(path, as: role)
  }

  /// Returns whether it is watched.
  mutating func tryToWatch(_ path: FilePath, as role: WatchTable.Role) -> Bool {
    guard let watches else { return false }
    do {
      try watches.watch(WatchTable.Key(root: number, path: path, role: role))
      return true
    } catch {
      if error == .noSpace || error == .noMemory { poll(because: .watchLimit) }
      return false
    }
  }
}

extension FilePath {
  fileprivate var isSymbolicLink: Bool { (try? stat(followTargetSymlink: false))?.type == .symbolicLink }
}
