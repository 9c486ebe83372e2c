import SystemPackage

/// What the root itself is, and watching what says that this changes.
extension RootSurvey {
  /// Finds out what the root is, and watches what says that this changes.
  mutating func settle() {
    let now = locate()
    guard now != base else { return }
    if isRefused { tell(.recovered(root: root)) }
    if let top { forget(top) }
    let hasAppeared = base == .absent && options.isLive
    base = now
    switch now {
    case .absent where options.isLive: tell(.waiting(root: root))
    case .absent: tell(.problem(CatalogProblem(path: root, reason: "\(absence)")))
    case .unusable(let reason): tell(.problem(CatalogProblem(path: root, reason: reason)))
    case .directory, .file: if hasAppeared { tellMethod() }
    }
  }

  /// Whether the root itself was said to be unreadable.
  private var isRefused: Bool {
    if case .unusable = base { true } else { refusals[root] != nil }
  }

  /// Why there is nothing at the root.
  private var absence: Errno {
    do {
      _ = try root.orHere.stat()
      return .noSuchFileOrDirectory
    } catch {
      return error
    }
  }

  private mutating func locate() -> Base {
    watches?.unwatchAll(of: number) { $0.role == .ancestor || $0.role == .awaited || $0.role == .link }
    if watches != nil {
      for link in root.followingLinks().links { watch(link, as: .link) }
    }
    var nearest: FilePath?
    while true {
      let base = Base(root)
      switch base {
      case .directory, .file:
        watches?.unwatchAll(of: number) { $0.role == .awaited }
        for ancestor in ancestors { watch(ancestor, as: .ancestor) }
        return base
      case .absent, .unusable:
        // Once more, and deeper, if something has come in the way before the watch was there.
        let before = nearest
        nearest = watchNearestMissing()
        if nearest == nil || nearest == before { return base }
      }
    }
  }

  /// Watches for what is missing on the way to the root, or cannot be looked at, where its directory can; returns its path,
  /// nil if the root is not watched.
  mutating func watchNearestMissing() -> FilePath? {
    var path = root.followingLinks().end
    while path.lastComponent != nil {
      if tryToWatch(path, as: .awaited) { return path }
      path.removeLastComponent()
    }
    return nil
  }
}

extension RootSurvey.Base {
  /// Looks at `root`.
  init(_ root: FilePath) {
    do {
      switch try root.orHere.stat().type {
      case .directory: self = .directory
      case .regular: self = .file
      default: self = .unusable(reason: "neither a directory nor a regular file")
      }
    } catch {
      self = error.isAbsence ? .absent : .unusable(reason: "\(error)")
    }
  }
}
