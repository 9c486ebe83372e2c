import Analysis
import AnalysisEngine
import AnalysisStore
import ArgumentParser
import Foundation
import LinearAlgebra
import Spectra

/// What every command that analyses understands.
struct AnalysisOptions: ParsableArguments {
  /// How numbers are accumulated, and what is shown meanwhile.
  enum Precision: String, ExpressibleByArgument, CaseIterable {
    case auto, float32, float64
  }

  @Option(
    name: .customLong("fit-range"),
    help: ArgumentHelp(
      "Ranks that α is fitted to, 1-based, first and last included. (default: 11...100)", valueName: "first...last"))
  var givenFitRange: FitRange?

  @Option(
    name: .customLong("estimator"),
    help: """
      How the line is fitted: least squares with weight 1/k, without weights, or a median of slopes. (default: weighted)
      """)
  var givenEstimator: PowerLawFit.Estimator?

  @Option(
    help: ArgumentHelp(
      "Fit other ranks where R² is below 0.95, as fastssl does; fastssl-transfer for features of another data set.",
      valueName: "rule"))
  var acceptance: AcceptanceRule?

  @Option(
    help: """
      Arithmetic of the moments. auto: double, with a preview of α from large dumps where somebody is looking; float64: without \
      one; float32: faster, and good for six digits of α.
      """)
  var precision: Precision = .auto

  @OptionGroup var tokens: TokenOptions

  @Option(help: "Dumps computed at a time; threads of a large dump alone.")
  var threads: ThreadCount = .standard

  @Option(help: ArgumentHelp("Memory that analyses may take together, such as 4GiB.", valueName: "size"))
  var memory: MemorySize = .standard

  @Flag(help: "Compute everything anew, and remember nothing of it.")
  var noCache = false

  /// As it was asked for. Settings of the dashboard change nothing here: numbers are the same for everybody.
  var fit: FitSettings {
    FitSettings(range: givenFitRange ?? .standard, estimator: givenEstimator ?? .weighted, acceptance: acceptance)
  }

  var engineConfiguration: AnalysisEngine.Configuration {
    var configuration = AnalysisEngine.Configuration(
      fit: fit, workerCount: threads.count, memoryLimit: memory.byteCount)
    configuration.precision = precision == .float32 ? .float32 : .float64
    configuration.tokens = tokens.pooling
    return configuration
  }

  /// Where results are remembered.
  ///
  /// - Parameter onProblem: told, in a line, what keeps them from being remembered.
  func store(
    sizeLimit: MemorySize = .cache, onProblem: @escaping @Sendable (String) -> Void
  ) -> AnalysisStore {
    let location = StoreLocation.standard(environment: ProcessInfo.processInfo.environment)
    return AnalysisStore(noCache ? .temporary : location, sizeLimit: sizeLimit.byteCount, onProblem: onProblem)
  }
}

extension FitRange: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
  public var defaultValueDescription: String { "\(first)...\(last)" }
}

extension PowerLawFit.Estimator: ExpressibleByArgument {}
extension AcceptanceRule: ExpressibleByArgument {}
extension TokenPooling: ExpressibleByArgument {}
