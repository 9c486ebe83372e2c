import AnalysisStore
import ArgumentParser
import Foundation
import SystemPackage

/// The file in which results are remembered.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Show or clear the cache of results.",
    discussion: """
      Results are remembered by what files hold, so that what did not change is not computed again. The cache can be cleared or \
      deleted at any time, also while eigentop runs: only time is lost.
      """,
    subcommands: [Path.self, Info.self, Clear.self])

  struct Path: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print where the cache is.")

    @OptionGroup var streams: StreamOptions

    func run() throws { print(try CacheCommand.file()) }
  }

  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print what the cache holds.")

    @Flag(help: "Print JSON.") var json = false
    @OptionGroup var streams: StreamOptions

    func run() throws {
      let contents = CacheContents(file: try CacheCommand.file(), info: try CacheCommand.info())
      if json {
        print(try JSONOutput.line(contents))
      } else {
        for line in contents.lines { print(line) }
      }
    }
  }

  struct Clear: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Forget all results.")

    @OptionGroup var streams: StreamOptions

    func run() throws {
      let file = try CacheCommand.file()
      guard AnalysisStore.clear(location) else {
        StandardStreams.printError("eigentop: the cache cannot be cleared: \(file)")
        throw ExitCode.failure
      }
    }
  }

  private static var location: StoreLocation { .standard(environment: ProcessInfo.processInfo.environment) }

  private static func file() throws -> FilePath {
    guard let file = location.file else {
      StandardStreams.printError("eigentop: there is no cache: neither XDG_CACHE_HOME nor HOME names a directory")
      throw ExitCode.failure
    }
    return file
  }

  /// What an existing cache holds; one that does not exist is not made.
  private static func info() throws -> StoreInfo {
    guard let file = location.file, (try? Stat(file)) != nil else { return StoreInfo() }
    let store = AnalysisStore(location, sizeLimit: .max) { StandardStreams.printError("eigentop: \($0)") }
    defer { store.close() }
    guard store.file != nil, let info = store.info() else { throw ExitCode.failure }
    return info
  }
}
