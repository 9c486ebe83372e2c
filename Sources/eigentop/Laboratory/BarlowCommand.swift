import Analysis
import AnalysisEngine
import ArgumentParser
import Figures
import LinearAlgebra
import Spectra
import SystemPackage
import TensorFiles

struct BarlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "barlow",
    abstract: "The loss of Barlow Twins on two views of the same samples, and its two parts.",
    discussion: """
      Both files hold N × d features, row by row of the same samples. formula is the paper's equation, batchnorm the authors' program, \
      fastssl that of the α-ReQ paper. Exit status: 0 all good, 2 there is no loss, 64 usage.
      """)

  @Argument(help: "Features of one view.", completion: .file(extensions: ArrayFormat.suffixes)) var viewA: String
  @Argument(help: "Features of the other view.", completion: .file(extensions: ArrayFormat.suffixes)) var viewB: String
  @Option(help: "Weight of the redundancy.") var lambda: Double
  @Option(help: "How the cross-correlation matrix is normalised.") var variant: BarlowTwinsLoss.Variant = .formula
  @OptionGroup var tokens: TokenOptions
  @Option(help: ArgumentHelp("Memory that this may take, such as 4GiB.", valueName: "size"))
  var memory: MemorySize = .standard
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Fill in the cross-correlation matrix (with --json).") var matrix = false
  @OptionGroup var streams: StreamOptions

  func validate() throws {
    guard lambda.isFinite, lambda >= 0 else { throw ValidationError("--lambda takes a number that is not negative") }
    if matrix && !json { throw ValidationError("--matrix needs --json") }
  }

  func run() throws {
    let (first, second, limit) = (FilePath(viewA), FilePath(viewB), memory.byteCount)
    let (variant, tokens) = (variant, tokens.pooling)
    let outcome = HeadlessTrials.run(1, threads: 1, unit: nil) { _ in
      Result<(loss: BarlowTwinsLoss, nonFiniteRows: Int), AnalysisFailure> { () throws(AnalysisFailure) in
        let moments = try ViewPair.crossMoments(first, second, tokens: tokens, memoryLimit: limit) { done, count in
          StandardStreams.printProgress(ProgressBar(done: done, of: count, unit: "rows").text)
        }
        let nonFiniteRows = moments.nonFiniteRowCount
        return (BarlowTwinsLoss(moments, variant: variant), nonFiniteRows)
      }
    }
    let interrupted = AnalysisFailure(code: .interrupted, message: "interrupted before all rows were read")
    let report = BarlowTwinsReport(
      paths: [viewA, viewB], variant: variant, lambda: lambda,
      result: outcome.results.first ?? .failure(interrupted), includesMatrix: matrix)
    if json { print(String(decoding: try report.json(), as: UTF8.self)) }
    switch report.result {
    case .success(let (loss, nonFiniteRows)):
      if nonFiniteRows > 0 {
        StandardStreams.printWarning("eigentop: \(nonFiniteRows) rows with NaN or infinity in either view are left out")
      }
      if !json { CrossCorrelationFigure(loss, lambda: lambda).figure.findings.forEach { print($0.text) } }
    case .failure(let failure):
      StandardStreams.printError("eigentop: \(failure.message)")
      leaveAtOnce(status: 2)
    }
  }
}

extension BarlowTwinsLoss.Variant: ExpressibleByArgument {}
