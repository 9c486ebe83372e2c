import Foundation

/// Where theme files are.
enum ThemeDirectory {
  /// The user's, which need not exist, then the program's.
  static func all(environment: [String: String] = ProcessInfo.processInfo.environment) -> [URL] {
    [BaseDirectory.configuration.url("themes", in: environment), shipped].compactMap { $0 }
  }

  /// Those that come with the program.
  static var shipped: URL? {
    SharedFiles.directory(installed: "themes", source: "Themes", holding: "dark.toml")
  }
}
