import Analysis
import AnalysisEngine
import ArgumentParser
import Dispatch
import Foundation
import Glibc
import LinearAlgebra
import Spectra
import SystemPackage
import TensorFiles

/// The accuracy of a linear classifier on the features of a dump.
struct ProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Train a linear classifier on a dump's features and test it.",
    discussion: """
      Features are standardised on the training rows. ridge is one-vs-rest least squares with one penalty for all \
      classes, chosen by generalised cross-validation; logistic is multinomial with ½‖W‖² + C·Σ loss. Accuracies are of \
      rows that the probe has not seen, with Wilson's 95 % interval. Exit status: 0 all good, 2 nothing could be probed, \
      64 usage.
      """)

  @Argument(
    help: ArgumentHelp("A dump: N rows of features.", valueName: "features"),
    completion: .file(extensions: ArrayFormat.suffixes))
  var features: String

  @Argument(
    help: ArgumentHelp(
      """
      N integers, or N one-hot rows (\(ArrayFormat.suffixesInWords)). Without: <dump>_labels, labels or targets beside the dump, or the latter two up to \
      two directories above.
      """, valueName: "labels"), completion: .file(extensions: ArrayFormat.suffixes))
  var labels: String?

  @Option(
    help: ArgumentHelp("Rows to test, in place of a split; all of the dump is trained on.", valueName: "features"),
    completion: .file(extensions: ArrayFormat.suffixes))
  var testFeatures: String?
  @Option(help: ArgumentHelp("Their labels.", valueName: "labels"), completion: .file(extensions: ArrayFormat.suffixes))
  var testLabels: String?

  @OptionGroup var tokens: TokenOptions

  @Option(help: "How it is trained.") var method = ProbeResult.Method.ridge
  @Option(help: ArgumentHelp("Share of the rows of every class that is trained on. (default: 0.8)", valueName: "share"))
  var split: Double?
  @Option(help: "Of the split, and of the rows of --curve.") var seed: UInt64 = 0
  @Option(
    help: ArgumentHelp(
      "C of logistic (default: 0.1); κ of ridge (default: by generalised cross-validation).", valueName: "number"))
  var penalty: Double?
  @Flag(help: "Also train on 1, 2, 5, 10, 20 and 50 % of the training rows, each part within the next.") var curve =
    false
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var streams: StreamOptions

  @Option(help: "Threads of the arithmetic.") var threads: ThreadCount = .standard
  @Option(help: ArgumentHelp("Memory that the probe may take, such as 4GiB.", valueName: "size"))
  var memory: MemorySize = .standard

  func validate() throws {
    guard (testFeatures == nil) == (testLabels == nil) else {
      throw ValidationError("--test-features and --test-labels go together")
    }
    guard split == nil || testFeatures == nil else {
      throw ValidationError("--split and --test-features exclude each other")
    }
    guard split.map({ $0 > 0 && $0 < 1 }) ?? true else {
      throw ValidationError("--split takes a share between 0 and 1")
    }
    guard penalty.map({ $0 > 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--penalty takes a number above 0")
    }
  }

  func run() throws {
    BLAS.threadCount = threads.count
    let interruption = reportOnInterruption()
    let record = try DumpProbe.run(
      features: [FilePath(features)], tokens: tokens.pooling, labels: labels.map { FilePath($0) }, test: test,
      options: options,
      progress: ProbeProgressLine().show)
    interruption.cancel()
    StandardStreams.printProgress("")
    print(record)
    if record.failure != nil { throw ExitCode(2) }
  }

  private var test: (features: FilePath, labels: FilePath)? {
    guard let testFeatures, let testLabels else { return nil }
    return (FilePath(testFeatures), FilePath(testLabels))
  }

  private var options: LinearProbe.Options {
    var options = LinearProbe.Options()
    options.method = method
    options.penalty = penalty
    options.trainingFraction = split ?? options.trainingFraction
    options.seed = seed
    options.includesCurve = curve
    options.memoryLimit = memory.byteCount
    return options
  }

  private func print(_ record: ProbeRecord) {
    if let failure = record.failure { StandardStreams.printError("eigentop: \(failure.message)") }
    if json {
      if let data = try? record.json() { Swift.print(String(decoding: data, as: UTF8.self)) }
    } else {
      for line in ProbeTable(record).lines { Swift.print(line) }
    }
  }

  /// Ctrl-C ends the process at once, from another thread than the one that computes.
  private func reportOnInterruption() -> any DispatchSourceSignal {
    signal(SIGINT, SIG_IGN)
    let interruption = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    interruption.setEventHandler {
      var record = ProbeRecord(features: FilePath(features), labels: labels.map { FilePath($0) })
      record.failure = AnalysisFailure(code: .interrupted, message: "interrupted before the probe was done")
      StandardStreams.printProgress("")
      print(record)
      leaveAtOnce(status: 2)
    }
    interruption.activate()
    return interruption
  }
}

extension ProbeResult.Method: ExpressibleByArgument {}
