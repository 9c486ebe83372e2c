import Analysis
import AnalysisEngine
import ArgumentParser
import Foundation
import Spectra
import SystemPackage

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyse dumps or directories once and print the results.",
    discussion: """
      Prints a table; with --json a list of records, one per line, with --csv a row for each. Data goes to standard output, everything \
      else to standard error. Exit status: 0 all good, 1 some input failed, 2 nothing could be analysed, 64 usage.
      """)

  @Argument(help: ArgumentHelp("Files, or directories to be searched for .npy files.", valueName: "path"))
  var paths: [String]

  @Flag(help: "Print records as JSON.") var json = false
  @Flag(help: "Print comma-separated values.") var csv = false
  @Flag(help: "Fill in all eigenvalues (with --json).") var eigenvalues = false
  @Flag(help: "The files are spectra: arrays of one axis, taken as eigenvalues.") var spectrum = false

  @Option(help: ArgumentHelp("Scalars to compute, separated by commas.", valueName: "names"))
  var measures: MeasureList = .all

  @OptionGroup var options: AnalysisOptions

  func validate() throws {
    if json && csv { throw ValidationError("--json and --csv exclude each other") }
    if eigenvalues && !json { throw ValidationError("--eigenvalues needs --json") }
  }

  func run() throws {
    let outcome =
      spectrum
      ? analyseSpectra()
      : HeadlessAnalysis.run(
        paths.map { FilePath($0) }, configuration: options.engineConfiguration, keepSpectra: eigenvalues)
    print(outcome.items)
    for item in outcome.items {
      if let failure = item.record.failure {
        StandardStreams.printError("eigentop: \(item.record.dump.path): \(failure.message)")
      }
    }
    if outcome.unfinishedCount > 0 {
      StandardStreams.printError("eigentop: interrupted before \(outcome.unfinishedCount) more")
      leaveAtOnce(status: outcome.items.contains { $0.record.failure == nil } ? 1 : 2)
    }
    let failures = outcome.items.count { $0.record.failure != nil }
    if failures == outcome.items.count {
      if outcome.items.isEmpty { StandardStreams.printError("eigentop: no dump was analysed") }
      throw ExitCode(2)
    }
    if failures > 0 { throw ExitCode(1) }
  }

  private func analyseSpectra() -> HeadlessAnalysis.Outcome {
    HeadlessAnalysis.Outcome(
      items: paths.map { path in
        let (record, spectrum) = SpectrumFile.analyse(FilePath(path), fitRange: options.fitRange)
        return HeadlessAnalysis.Item(record: record, spectrum: spectrum)
      })
  }

  private func print(_ analyses: [HeadlessAnalysis.Item]) {
    if json {
      let lines = analyses.compactMap { item in
        (try? item.record.json(measures: measures.measures, spectrum: eigenvalues ? item.spectrum : nil)).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      Swift.print("[" + lines.joined(separator: ",\n ") + "]")
    } else if csv {
      for line in RecordTable(analyses.map(\.record), measures: measures.measures).lines {
        // A pipe gets every byte; a terminal would obey some.
        Swift.print(StandardStreams.isOutputTerminal ? line.visible : line)
      }
    } else {
      for line in TextTable(analyses.map(\.record), measures: measures.measures).lines { Swift.print(line) }
    }
  }
}
