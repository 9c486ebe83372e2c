import Foundation

/// A directory of the user's below which a program has one of its own (XDG base directories).
enum BaseDirectory {
  case cache, configuration, state

  /// The variable of the environment that names it.
  var variable: String {
    switch self {
    case .cache: "XDG_CACHE_HOME"
    case .configuration: "XDG_CONFIG_HOME"
    case .state: "XDG_STATE_HOME"
    }
  }

  /// Nil without a home. A relative path is to be ignored.
  func path(in environment: [String: String]) -> String? {
    func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
    return absolute(variable) ?? absolute("HOME").map { "\($0)/\(usual)" }
  }

  /// What is called so in this program's own directory.
  func url(_ name: String, in environment: [String: String]) -> URL? {
    path(in: environment).map { URL(fileURLWithPath: $0).appending(path: "eigentop/\(name)") }
  }

  /// Where it is in a home for which the environment says nothing else.
  private var usual: String {
    switch self {
    case .cache: ".cache"
    case .configuration: ".config"
    case .state: ".local/state"
    }
  }
}
