import Glibc
import SystemPackage

/// Where a dump lies below the root that was opened.
struct DumpLocation {
  /// The root's own name. Resolved where the path does not end in it, as `.` and `..` do not.
  let rootName: String
  /// Names of the directories between root and dump, outermost first.
  let directoryNames: [String]
  /// The dump's directory and those above it up to the root, nearest first.
  let directories: [FilePath]

  /// - Parameter root: directory above `file`. If it is not, or is the file itself, the file's own directory.
  init(file: FilePath, root: FilePath) {
    var below = file
    let isBelow = below.removePrefix(root) && !below.isEmpty
    let base = isBelow ? root : file.removingLastComponent()
    var names: [String] = []
    var directories = [base]
    var directory = base
    for component in isBelow ? below.components.dropLast() : [] {
      directory.append(component)
      directories.insert(directory, at: 0)
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
