import Foundation

/// Where theme files are.
enum ThemeDirectory {
  /// The user's, which need not exist, then the program's.
  static func all(environment: [String: String] = ProcessInfo.processInfo.environment) -> [URL] {
    [user(environment), shipped].compactMap { $0 }
  }

  /// `$XDG_CONFIG_HOME/eigentop/themes`. A relative path is to be ignored (XDG base directories).
  private static func user(_ environment: [String: String]) -> URL? {
    let configured = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = configured ?? environment["HOME"].map({ "\($0)/.config" }) else { return nil }
    return URL(fileURLWithPath: base).appending(path: "eigentop/themes")
  }

  /// Those that come with the program.
  static var shipped: URL? {
    SharedFiles.directory(installed: "themes", source: "Themes", holding: "dark.toml")
  }
}
