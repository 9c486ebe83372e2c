import SystemPackage

/// Walking: all directories in their order, those that are known from memory.
extension RootSurvey {
  struct Walk {
    var order: WalkOrder
    /// Whether known directories are listed again, too.
    let relistsAll: Bool
    let start: ContinuousClock.Instant
    /// Differences told before it.
    let differenceCount: Int
  }

  /// Starts to walk; what is known is compared with what is there.
  mutating func beginWalk(_ now: ContinuousClock.Instant) {
    let relistsAll = isUnsettled
    needsWalk = false
    isUnsettled = false
    if relistsAll { settle() }
    // Of the root that is not there, the walk is at its end.
    walk = Walk(
      order: WalkOrder(top: top), relistsAll: relistsAll, start: now, differenceCount: differenceCount)
  }

  /// Goes on until a directory has been listed, or to the end.
  mutating func continueWalk() {
    guard var walk else { return }
    // Taken, not copied.
    self.walk = nil
    while let path = walk.order.next() {
      if visit(path, in: &walk) {
        self.walk = walk
        return
      }
    }
    let now = ContinuousClock.now
    finishPoll(
      duration: walk.start.duration(to: now), didChange: differenceCount > walk.differenceCount, now: now)
  }

  /// Returns whether the directory had to be listed.
  private mutating func visit(_ path: FilePath, in walk: inout Walk) -> Bool {
    if let known = directories[path], !known.isStale, !walk.relistsAll {
      if !walk.order.visit(known) { forget(path) }
      return false
    }
    // A look before the watch: a link to what was visited needs none.
    if let identity = DirectoryListing.Identity(of: path), walk.order.hasVisited(identity) {
      forget(path)
      return true
    }
    watch(path, as: .directory)
    do {
      let listing = try DirectoryListing(path: path)
      if refusals.removeValue(forKey: path) != nil, path == root { tell(.recovered(root: root)) }
      guard !walk.order.hasVisited(listing.identity) else {
        forget(path)
        return true
      }
      let known = adopt(listing, at: path)
      _ = walk.order.visit(known)
    } catch {
      refuse(path, because: error)
    }
    return true
  }

  /// Deals with a directory that cannot be listed.
  private mutating func refuse(_ path: FilePath, because error: any Error) {
    forget(path, keepingRefusal: true)
    if let error = error as? Errno, error.isAbsence {
      refusals[path] = nil
      if path == top { unsettle() }
      return
    }
    // Above the top nothing else is watched that would tell when it may be read.
    if path == top { _ = watchNearestMissing() }
    let reason = "\(error)"
    guard refusals.updateValue(reason, forKey: path) != reason else { return }
    tell(.problem(CatalogProblem(path: path, reason: reason)))
  }

  /// Takes over what a listing says, and tells what is different from what was known.
  private mutating func adopt(_ listing: DirectoryListing, at path: FilePath) -> KnownDirectory {
    var known = directories[path] ?? KnownDirectory(identity: listing.identity)
    // In another directory of the same name, directories of the same names are others.
    if known.identity != listing.identity { known.children.forEach { markStale($0) } }
    known.identity = listing.identity
    known.isStale = false

    let before = known.children
    let isTree = base == .directory
    known.subdirectories = isTree ? listing.paths(of: .directory) : []
    known.links = isTree ? listing.paths(of: .linkedDirectory) : []
    let children = Set(known.children)
    for child in before where !children.contains(child) { forget(child) }

    var problems = Set(listing.problems)
    reconcileFiles(listing, in: &known, problems: &problems)
    problems.subtracting(known.problems).forEach { tell(.problem($0)) }
    known.problems = problems
    directories[path] = known
    checkFileSystem(listing.identity, at: path)
    return known
  }

  /// Forgets the directory at `path` and all below it; the files known in it have vanished.
  mutating func forget(_ path: FilePath, keepingRefusal: Bool = false) {
    var pending = [path]
    while let path = pending.popLast() {
      if !keepingRefusal { refusals[path] = nil }
      watches?.unwatch(WatchTable.Key(root: number, path: path, role: .directory))
      guard let known = directories.removeValue(forKey: path) else { continue }
      for (file, state) in known.files { vanish(file, was: state, in: path) }
      pending += known.children
    }
  }

  mutating func markStale(_ path: FilePath) {
    directories[path]?.isStale = true
    needsWalk = true
  }

  mutating func unsettle() {
    isUnsettled = true
    needsWalk = true
  }

  private mutating func checkFileSystem(_ identity: DirectoryListing.Identity, at path: FilePath) {
    guard watches != nil, checkedDevices.insert(UInt64(identity.device)).inserted else { return }
    if let reason = fileSystemReason(at: path) { poll(because: reason) }
  }
}

extension DirectoryListing {
  /// The entries of a kind that are not hidden.
  fileprivate func paths(of kind: Entry.Kind) -> [FilePath] {
    entries.filter { $0.kind == kind && !$0.isHidden }.map(\.path)
  }
}

extension DirectoryListing.Identity {
  /// Nil if there is no directory at `path`, or it may not be looked at.
  fileprivate init?(of path: FilePath) {
    guard let status = try? path.orHere.stat(), status.type == .directory else { return nil }
    self.init(device: status.rawValue.st_dev, inode: status.rawValue.st_ino)
  }
}
