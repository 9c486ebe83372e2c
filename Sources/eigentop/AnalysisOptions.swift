import Analysis
import AnalysisEngine
import ArgumentParser
import Foundation
import Spectra

/// What every command that analyses understands.
struct AnalysisOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Ranks that α is fitted to, 1-based, first and last included.", valueName: "first...last"))
  var fitRange: FitRange = .standard

  @Option(help: "Dumps computed at a time.")
  var threads: Int = Self.defaultThreads

  @Flag(help: "Compute everything anew. (This version stores no results.)")
  var noCache = false

  /// Results come from the machine that also trains: few threads, whatever it has.
  private static var defaultThreads: Int { min(4, max(1, ProcessInfo.processInfo.activeProcessorCount)) }

  func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 1024") }
  }

  var engineConfiguration: AnalysisEngine.Configuration {
    AnalysisEngine.Configuration(fitRange: fitRange, workerCount: threads)
  }
}

extension FitRange: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
  public var defaultValueDescription: String { "\(first)...\(last)" }
}
