import SystemPackage

/// What the root itself is, and watching what says that this changes.
extension RootSurvey {
  /// Finds out what the root is, and watches what says that this changes.
  mutating func settle() {
    let now = locate()
    guard now != base else { return }
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
    watches?.unwatchAll(of: number) { $0.role == .ancestor || $0.role == .nearestAncestor }
    var nearest: FilePath?
    while true {
      let base = Base(root)
      switch base {
      case .directory, .file:
        watches?.unwatchAll(of: number) { $0.role == .nearestAncestor }
        for ancestor in ancestors { watch(ancestor, as: .ancestor) }
        return base
      case .absent, .unusable:
        // Once more, and deeper, if something has come in the way before the watch was there.
        let before = nearest
        nearest = watchNearestAncestor()
        if nearest == nil || nearest == before { return base }
      }
    }
  }

  /// Returns which it is; nil if the root is not watched.
  mutating func watchNearestAncestor() -> FilePath? {
    ancestors.first { tryToWatch($0, as: .nearestAncestor) }
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
