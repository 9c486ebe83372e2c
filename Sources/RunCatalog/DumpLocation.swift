import Glibc
import SystemPackage

/// Where the directory of a dump lies below the root that was opened.
struct DumpLocation {
  /// The root's own name. Resolved where the path does not end in it, as `.` and `..` do not.
  let rootName: String
  /// Names of the directories from the root to this one, the root excepted, outermost first.
  let directoryNames: [String]
  /// This directory and those above it up to the root, nearest first.
  let directories: [FilePath]

  /// - Parameter root: `directory` or one above it. If it is neither, as a root that is a file, `directory` is taken for it.
  init(directory: FilePath, root: FilePath) {
    var below = directory
    let isBelow = below.removePrefix(root)
    let base = isBelow ? root : directory
    var names: [String] = []
    var directories = [base]
    var path = base
    for component in below.components where isBelow {
      path.append(component)
      directories.insert(path, at: 0)
      names.append(component.string)
    }
    rootName = Self.name(of: base)
    directoryNames = names
    self.directories = directories
  }

  private static func name(of directory: FilePath) -> String {
    if let last = directory.lastComponent, last.kind == .regular { return last.string }
    let path: FilePath = directory.isEmpty ? "." : directory
    guard let resolved = path.withPlatformString({ realpath($0, nil) }) else { return path.string }
    defer { free(resolved) }
    let real = FilePath(platformString: resolved)
    return real.lastComponent?.string ?? real.string
  }
}
