import Foundation
import SystemPackage

/// Where the theme files are: beside an installed program in `share/eigentop/themes`, else in the source tree it was built in.
enum ThemeDirectory {
  /// The first directory that exists, nil if none does.
  static func find() -> URL? {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let installed = program.deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "share/eigentop/themes")
    let ancestors = sequence(first: program.deletingLastPathComponent()) {
      $0.path == "/" ? nil : $0.deletingLastPathComponent()
    }
    let candidates = [installed] + ancestors.prefix(6).map { $0.appending(path: "Themes") }
    return candidates.first { FileManager.default.fileExists(atPath: $0.appending(path: "dark.toml").path) }
  }
}
