import Foundation

/// A place where the tests of a suite that run one after another remember results, because it matters to them what is shown and
/// not how it was found. The store knows dumps by what they hold, so that every test may write them anew.
struct SharedResults {
  /// Where the store is.
  let path: String

  /// What a program has to be told to use it.
  var environment: [String: String] { ["XDG_CACHE_HOME": path] }

  /// - Parameter suite: makes the place one of its own.
  init(of suite: String) { path = Self.root + "/" + suite }

  /// Gone with the process.
  private static let root: String = {
    atexit { SharedResults.remove() }
    return FileManager.default.temporaryDirectory.appending(path: "eigentop-results-\(UUID().uuidString)").path
  }()

  private static func remove() { try? FileManager.default.removeItem(atPath: root) }
}
