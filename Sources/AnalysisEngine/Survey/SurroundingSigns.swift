import Analysis
import SystemPackage

/// The files beside dumps that are signs of life of their runs: when each was last written to, and what heartbeats say.
///
/// They may be there before the dumps that they are about, and outlive them: so they are kept by directory, not by run.
struct SurroundingSigns {
  private struct Sign {
    let modified: Double
    let heartbeat: Heartbeat?
  }

  /// By directory and file.
  private var signs: [FilePath: [FilePath: Sign]] = [:]

  /// - Parameter heartbeat: what the file says, if it is one.
  mutating func put(_ file: FilePath, modified: Double, heartbeat: Heartbeat?) {
    signs[file.removingLastComponent(), default: [:]][file] = Sign(modified: modified, heartbeat: heartbeat)
  }

  mutating func remove(_ file: FilePath) {
    let directory = file.removingLastComponent()
    signs[directory]?[file] = nil
    if signs[directory]?.isEmpty == true { signs[directory] = nil }
  }

  /// The newest sign of these directories, and the heartbeat of the deepest that has one; of several in it, the newest.
  func summary(of directories: Set<FilePath>) -> (lastSign: Double?, heartbeat: Heartbeat?) {
    let found = directories.flatMap { directory in
      (signs[directory] ?? [:]).values.map { (depth: directory.components.count, sign: $0) }
    }
    let last = found.filter { $0.sign.heartbeat != nil }
      .max { ($0.depth, $0.sign.modified) < ($1.depth, $1.sign.modified) }
    return (found.map(\.sign.modified).max(), last?.sign.heartbeat)
  }
}

extension Dump {
  /// Its directory and those above it up to the root, where what is written is about it.
  var surroundingDirectories: [FilePath] {
    var directory = path.removingLastComponent()
    var directories = [directory]
    // A file that was opened is its own root.
    while path != root, directory != root, directory.removeLastComponent() { directories.append(directory) }
    return directories
  }
}
