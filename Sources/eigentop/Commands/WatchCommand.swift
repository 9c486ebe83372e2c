import Analysis
import AnalysisEngine
import ArgumentParser
import Dispatch
import Foundation
import Glibc
import Synchronization
import SystemPackage

struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Follow directories and print what comes of them, until interrupted.",
    discussion: """
      The dashboard's engine without a screen, for scripts and the logs of clusters: one line per event, with --json one JSON object. \
      A directory that does not exist yet is waited for. Nothing is written below the directories.
      """)

  @Argument(
    help: ArgumentHelp("Directories to be watched, or files.", valueName: "directory"), completion: .directory)
  var directories: [String] = ["."]

  @Flag(help: "Print every event as a JSON object on a line of its own.") var json = false
  @Flag(help: "Standard errors and 95 % intervals, which follow their results.") var uncertainty = false
  @Flag(help: "End when all that is there has been analysed and nothing is left to do.") var once = false

  @OptionGroup var options: AnalysisOptions
  @OptionGroup var watching: WatchingOptions
  @OptionGroup var streams: StreamOptions

  func run() throws {
    let preferences = try watching.configuration.preferences()
    for warning in preferences.warnings { StandardStreams.printWarning("eigentop: \(warning)") }
    var configuration = options.engineConfiguration
    configuration.tokens = options.tokens.given ?? preferences.tokens
    configuration.computesUncertainty = uncertainty
    configuration.isLive = true
    configuration.polls = watching.poll
    let store = options.store(sizeLimit: preferences.cacheSize) { StandardStreams.printWarning("eigentop: \($0)") }
    configuration.store = store

    // A reader that goes away is seen by the write.
    signal(SIGPIPE, SIG_IGN)
    let end = DispatchSemaphore(value: 0)
    let log = EventLog(isJSON: json, rules: preferences.alertRules)
    let engine = AnalysisEngine(configuration) { [once] update in
      let isHeard = log.note(update)
      if !isHeard || once && update == .idle { end.signal() }
    }
    let interruptions = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { end.signal() }
      source.activate()
      return source
    }
    let roots = directories.map { FilePath($0) }
    Task(executorPreference: engine.executor) { await engine.open(roots) }
    end.wait()
    interruptions.forEach { $0.cancel() }
    store.close()
    leaveAtOnce(status: 0)
  }
}
