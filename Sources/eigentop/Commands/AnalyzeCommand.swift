import Analysis
import AnalysisEngine
import ArgumentParser
import Foundation
import Spectra
import SystemPackage
import TensorFiles

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyse dumps or directories once and print the results.",
    discussion: """
      Prints a table; with --json a list of records, one per line, with --csv a row for each. Data goes to standard output, everything \
      else to standard error. Exit status: 0 all good, 1 some input failed, 2 nothing could be analysed, 64 usage.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, or directories to be searched for \(ArrayFormat.suffixesInWords) files.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print comma-separated values.") var csv = false
  @Flag(help: "Fill in all eigenvalues (with --json).") var eigenvalues = false
  @Flag(help: "The files are spectra: arrays of one axis, taken as eigenvalues.") var spectrum = false

  @Option(help: ArgumentHelp("Scalars to compute, separated by commas.", valueName: "names"))
  var measures: MeasureList = .onePass

  @Flag(
    help: "Standard errors and 95 % intervals by a jackknife over rows, and α against the number of rows. Takes longer."
  )
  var uncertainty = false

  @Option(
    help: ArgumentHelp(
      """
      What --uncertainty leaves out as a whole: rows of equal ids in a file of N integers (\(ArrayFormat.suffixesInWords)). Without: \
      <dump>_groups or groups beside the dump, or the latter up to two directories above; else every row, or, with --tokens samples, every \
      image.
      """, valueName: "file"), completion: .file(extensions: ArrayFormat.suffixes))
  var groups: String?

  @Option(
    help: ArgumentHelp(
      "The same where so many rows, one after another, are views of one object; 1 for rows, whatever files there are.",
      valueName: "count"))
  var views: Int?

  @Option(help: ArgumentHelp("Curves to fill in (with --json), separated by commas.", valueName: "names"))
  var curves = CurveList()

  @OptionGroup var options: AnalysisOptions
  @OptionGroup var streams: StreamOptions

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
    if eigenvalues && !json { throw ValidationError("--eigenvalues needs --json") }
    if spectrum && (uncertainty || !measures.measures.isDisjoint(with: Measure.onRequest)) {
      throw ValidationError("intervals, selfCluster and lidar need features, and --spectrum takes none")
    }
    if groups != nil && views != nil { throw ValidationError("--groups and --views exclude each other") }
    if (groups != nil || views != nil) && !uncertainty {
      throw ValidationError("--groups and --views need --uncertainty")
    }
    if let views, views < 1 { throw ValidationError("--views takes a whole number from 1") }
    if !curves.curves.isEmpty && !json { throw ValidationError("--curves needs --json") }
  }

  func run() throws {
    if let groups, (try? FilePath(groups).stat()) == nil {
      StandardStreams.printError("eigentop: \(groups): no such file")
      throw ExitCode(2)
    }
    let configuration = configuration
    let outcome =
      spectrum
      ? analyseSpectra()
      : HeadlessAnalysis.run(
        paths.map { FilePath($0) }, configuration: configuration, keepSpectra: eigenvalues || !curves.curves.isEmpty)
    configuration.store?.close()
    print(outcome.items)
    for item in outcome.items {
      if let failure = item.record.failure {
        StandardStreams.printError("eigentop: \(item.record.dump.id): \(failure.message)")
      }
    }
    if outcome.unfinishedCount > 0 || outcome.missingIntervalCount > 0 {
      let missing = [
        outcome.unfinishedCount > 0 ? "\(outcome.unfinishedCount) more" : nil,
        outcome.missingIntervalCount > 0 ? "the intervals of \(outcome.missingIntervalCount)" : nil,
      ].compactMap { $0 }
      StandardStreams.printError("eigentop: interrupted before \(missing.joined(separator: " and "))")
      leaveAtOnce(status: outcome.items.contains { $0.record.failure == nil } ? 1 : 2)
    }
    let failures = outcome.items.count { $0.record.failure != nil }
    if failures == outcome.items.count {
      if outcome.items.isEmpty { StandardStreams.printError("eigentop: no dump was analysed") }
      throw ExitCode(2)
    }
    if failures > 0 { throw ExitCode(1) }
  }

  private var configuration: AnalysisEngine.Configuration {
    var configuration = options.engineConfiguration
    configuration.store = options.store { StandardStreams.printWarning("eigentop: \($0)") }
    configuration.requested = measures.measures.intersection(Measure.onRequest)
    configuration.computesUncertainty = uncertainty
    configuration.grouping = groups.map { .ids(FilePath($0)) } ?? views.map { .views($0) } ?? .found
    return configuration
  }

  private func analyseSpectra() -> HeadlessAnalysis.Outcome {
    HeadlessAnalysis.Outcome(
      items: paths.map { path in
        let (record, spectrum) = SpectrumFile.analyse(FilePath(path), fit: options.fit)
        return HeadlessAnalysis.Item(record: record, spectrum: spectrum)
      })
  }

  /// The condition number says little and takes room: only where it was asked for by name.
  private var tableMeasures: Set<Measure> {
    measures.measures == Measure.onePass ? Measure.onePass.subtracting([.conditionNumber]) : measures.measures
  }

  private func json(of item: HeadlessAnalysis.Item) throws -> Data {
    try item.record.json(
      measures: measures.measures, spectrum: eigenvalues ? item.spectrum : nil,
      alphaByRange: curves.curves.contains(.alphaByRange)
        ? item.spectrum.map { RangeGrid($0, estimator: options.fit.estimator) } : nil,
      benignEffectiveRanks: curves.curves.contains(.benignEffectiveRanks)
        ? item.spectrum.flatMap { BenignEffectiveRanks($0) } : nil)
  }

  private func print(_ analyses: [HeadlessAnalysis.Item]) {
    if json {
      let lines = analyses.compactMap { item in
        (try? json(of: item)).map { String(decoding: $0, as: UTF8.self) }
      }
      Swift.print("[" + lines.joined(separator: ",\n ") + "]")
    } else if csv {
      for line in RecordTable(analyses.map(\.record), measures: measures.measures).lines {
        // A pipe gets every byte; a terminal would obey some.
        Swift.print(StandardStreams.isOutputTerminal ? line.visible : line)
      }
    } else {
      let records = analyses.map(\.record)
      for warning in AnalysisRecord.comparability(of: records) + AnalysisRecord.fewSamples(in: records) {
        StandardStreams.printWarning("eigentop: \(warning.message)")
      }
      for line in TextTable(records, measures: tableMeasures).lines { Swift.print(line) }
    }
  }
}
