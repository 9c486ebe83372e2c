import SystemPackage
import TensorFiles

/// Files: comparing what is there with what was told.
extension RootSurvey {
  /// Looks at all surveyed files of a directory that was listed; what describes the dumps comes before them.
  mutating func reconcileFiles(
    _ listing: DirectoryListing, in directory: inout KnownDirectory, problems: inout Set<CatalogProblem>
  ) {
    let before = directory.files
    directory.files = [:]
    let files = listing.entries.filter { $0.kind == .file || $0.kind == .linkedFile }
      .compactMap { entry in surveyedName(of: entry.path).map { (entry, $0) } }
    for (entry, name) in files.filter({ $0.1 == .context }) + files.filter({ $0.1 == .array }) {
      watchTarget(of: entry.path, isLink: entry.kind == .linkedFile)
      do {
        guard let state = try FileState(root: root, path: entry.path) else { continue }
        directory.files[entry.path] = judge(state, as: name, known: before[entry.path])
      } catch {
        problems.insert(CatalogProblem(path: entry.path, reason: "\(error)"))
      }
    }
    for (path, known) in before where directory.files[path] == nil {
      vanish(path, was: known, in: path.removingLastComponent())
    }
  }

  /// Looks at one file, in a directory that is known.
  mutating func look(at path: FilePath) {
    let directory = path.removingLastComponent()
    guard let name = surveyedName(of: path), var known = directories.removeValue(forKey: directory) else { return }
    defer { directories[directory] = known }
    watchTarget(of: path, isLink: (try? path.stat(followTargetSymlink: false))?.type == .symbolicLink)
    let before = known.problems
    known.problems = before.filter { $0.path != path }
    do {
      if let state = try FileState(root: root, path: path) {
        known.files[path] = judge(state, as: name, known: known.files[path])
        return
      }
    } catch {
      let problem = CatalogProblem(path: path, reason: "\(error)")
      known.problems.insert(problem)
      if !before.contains(problem) { tell(.problem(problem)) }
    }
    if let file = known.files.removeValue(forKey: path) { vanish(path, was: file, in: directory) }
    if path == root { unsettle() }
  }

  /// What is to be known of a file that is there; tells of it, unless it is known so or has to be quiet.
  private mutating func judge(_ state: FileState, as name: SurveyedName, known: KnownFile?) -> KnownFile {
    let now = ContinuousClock.now
    if let known {
      if known.identity == state.identity, !closed.contains(state.path) { return known }
      if now < known.quietUntil {
        postpone(state.path, until: known.quietUntil)
        return known
      }
    }
    closed.remove(state.path)
    switch name {
    case .array where known?.identity == state.identity: tell(.closed(state.path))
    case .array: tell(known == nil ? .found(state) : .changed(state))
    case .context:
      tell(
        .contextChanged(
          directory: state.path.removingLastComponent(), file: state.path, identity: state.identity))
    }
    return KnownFile(name: name, identity: state.identity, quietUntil: now + options.holdOff)
  }

  /// Tells that a file is there no longer.
  mutating func vanish(_ path: FilePath, was known: KnownFile, in directory: FilePath) {
    looks.remove(path)
    closed.remove(path)
    watches?.unwatch(WatchTable.Key(root: number, path: path, role: .linkedFile))
    switch known.name {
    case .array: tell(.vanished(path))
    case .context: tell(.contextChanged(directory: directory, file: path, identity: nil))
    }
  }

  /// Has a file looked at now or, if it has to be quiet, when that ends.
  ///
  /// - Parameter atOnce: it may have vanished, which is never kept quiet.
  mutating func touch(_ path: FilePath, atOnce: Bool, now: ContinuousClock.Instant) {
    let quietUntil = directories[path.removingLastComponent()]?.files[path]?.quietUntil
    postpone(path, until: atOnce ? now : max(now, quietUntil ?? now))
  }

  /// Has changes of a file, if it is known, kept quiet until `instant`.
  mutating func holdOff(_ path: FilePath, until instant: ContinuousClock.Instant) {
    let directory = path.removingLastComponent()
    guard directories[directory]?.files[path] != nil else { return }
    directories[directory]?.files[path]?.quietUntil = instant
    if looks[path] != nil { looks.set(path, at: instant) }
  }

  /// The nearer of two looks suffices.
  private mutating func postpone(_ path: FilePath, until instant: ContinuousClock.Instant) {
    looks.set(path, at: min(instant, looks[path] ?? instant))
  }

  func surveyedName(of path: FilePath) -> SurveyedName? {
    if base == .file, path == root { return .array }
    let name = SurveyedName(path)
    return base == .file && name == .array ? nil : name
  }

  /// What is written to the file behind a link, its directory does not tell.
  private mutating func watchTarget(of path: FilePath, isLink: Bool) {
    if isLink {
      watch(path, as: .linkedFile)
    } else {
      watches?.unwatch(WatchTable.Key(root: number, path: path, role: .linkedFile))
    }
  }
}
