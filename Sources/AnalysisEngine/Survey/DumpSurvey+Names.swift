import Analysis
import Naming
import RunCatalog
import SystemPackage

/// What the names of dumps say about one another.
extension DumpSurvey {
  /// Takes note of the name of a dump that was found.
  mutating func noteName(_ event: SurveyEvent) {
    guard case .found(let file) = event else { return }
    let id = DumpPlace(file.path, root: file.root).dump
    if FileRole(name: id.file.lastComponent?.string ?? "") == .dump { catalogs[file.root]?.insert(id.file) }
  }

  /// Dumps of which other names say something else now.
  mutating func describedByOthers() -> [Finding] {
    var directories: Set<FilePath> = []
    for root in Array(catalogs.keys) { directories.formUnion(catalogs[root]?.takeChangedDirectories() ?? []) }
    guard !directories.isEmpty else { return [] }
    return dumps.keys.filter { $0.file.isBelow(directories) }.compactMap { id in
      guard let old = dumps[id], let source = sources[id] else { return nil }
      let new = describe(id, source)
      return new == old ? nil : .described(new)
    }
  }
}

extension FilePath {
  /// Whether one of these is above the path.
  fileprivate func isBelow(_ directories: Set<FilePath>) -> Bool {
    var directory = self
    while directory.removeLastComponent() {
      if directories.contains(directory) { return true }
    }
    return false
  }
}
