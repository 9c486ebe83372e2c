import Foundation

/// Where theme files are.
enum ThemeDirectory {
  /// The user's, then the program's; those that exist.
  static func all(environment: [String: String] = ProcessInfo.processInfo.environment) -> [URL] {
    [user(environment), shipped].compactMap { $0 }
  }

  /// `$XDG_CONFIG_HOME/eigentop/themes`. A relative path is to be ignored (XDG base directories).
  private static func user(_ environment: [String: String]) -> URL? {
    let configured = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = configured ?? environment["HOME"].map({ "\($0)/.config" }) else { return nil }
    let directory = URL(fileURLWithPath: base).appending(path: "eigentop/themes")
    return FileManager.default.fileExists(atPath: directory.path) ? directory : nil
  }

  /// Beside an installed program in `share/eigentop/themes`, else in the source tree it was built in.
  private static var shipped: URL? {
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
