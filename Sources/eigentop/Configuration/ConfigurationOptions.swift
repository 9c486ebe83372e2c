import ArgumentParser
import Foundation

/// For every command that looks into the user's configuration.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration, instead of $XDG_CONFIG_HOME/eigentop/config.toml.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  /// The user's configuration.
  func preferences(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Preferences {
    do {
      return try Preferences(config.map { URL(fileURLWithPath: $0) } ?? Preferences.file(environment))
    } catch {
      StandardStreams.printError("eigentop: \(error)")
      throw ExitCode(2)
    }
  }
}
