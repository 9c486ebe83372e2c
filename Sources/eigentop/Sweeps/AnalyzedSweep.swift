import Analysis
import AnalysisEngine
import ArgumentParser
import Figures
import SystemPackage

/// The records of some directories, for a command that compares their models. What failed is named on standard error.
struct AnalyzedSweep {
  /// Those that have results and match the filter.
  let records: [AnalysisRecord]
  private let hasFailures: Bool
  private let isInterrupted: Bool

  /// Throws status 2 where nothing could be analysed.
  ///
  /// - Parameters:
  ///   - quantities: names that the command asks for, some of which may be measures that are computed on request.
  ///   - uncertainty: whether intervals are.
  init(_ options: SweepOptions, quantities: [String], uncertainty: Bool = false) throws {
    var configuration = options.analysis.engineConfiguration
    configuration.store = options.analysis.store { StandardStreams.printWarning("eigentop: \($0)") }
    configuration.requested = Measure.onRequest.intersection(quantities.compactMap(Measure.init(rawValue:)))
    configuration.computesUncertainty = uncertainty
    let outcome = HeadlessAnalysis.run(
      options.paths.map { FilePath($0) }, configuration: configuration, keepSpectra: false)
    configuration.store?.close()
    let all = outcome.items.map(\.record)
    for record in all {
      guard let failure = record.failure else { continue }
      StandardStreams.printError("eigentop: \(record.dump.id): \(failure.message)")
    }
    let analyzed = all.filter { $0.failure == nil }
    records = try options.filtered(analyzed)
    hasFailures = analyzed.count < all.count
    isInterrupted = outcome.unfinishedCount > 0 || outcome.missingIntervalCount > 0
    if isInterrupted {
      StandardStreams.printError("eigentop: interrupted; only what is finished counts")
    }
    if records.isEmpty {
      if analyzed.count > 0 { StandardStreams.printError("eigentop: no dump matches \(options.filter)") }
      if all.isEmpty { StandardStreams.printError("eigentop: no dump was analysed") }
      throw ExitCode(2)
    }
  }

  /// A quantity of the command line. The accuracy is the one that most dumps have, so that all models are judged by the same; who has only
  /// another is named on standard error.
  func quantity(named name: String) -> Quantity {
    guard name == "accuracy", let common = AccuracyMetric.commonestAccuracy(of: records) else {
      return Quantity(named: name)
    }
    let others = records.filter { $0.accuracy != nil && $0.dump.metrics[common] == nil }.map(\.dump.nameInRun)
    if let finding = Finding.leftOut(others, one: "dump", reason: "without \(common) but with another accuracy") {
      StandardStreams.printWarning("eigentop: \(finding.text)")
    }
    if let remark = AccuracyMetric.remark(on: common) { StandardStreams.printWarning("eigentop: \(remark)") }
    return Quantity(named: common)
  }

  /// Which metrics there are, to be said where one is missing: `; metrics: val_f1, val_loss`.
  var metricList: String {
    let names = Set(records.flatMap { $0.dump.metrics.keys }).sorted()
    return "; " + (names.isEmpty ? "no log has any metric" : "metrics: \(names.joined(separator: ", "))")
  }

  /// To be called when all is printed: status 1 where some input failed, or was not reached.
  func finish() throws {
    if isInterrupted { leaveAtOnce(status: 1) }
    if hasFailures { throw ExitCode(1) }
  }

  /// Says on standard error why there is nothing to print.
  static func fail(_ reason: String) -> ExitCode {
    StandardStreams.printError("eigentop: \(reason)")
    return ExitCode(2)
  }
}
