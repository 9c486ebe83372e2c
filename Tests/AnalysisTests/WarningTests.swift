import Analysis
import Spectra
import Testing

@Suite("Warnings")
struct WarningTests {
  @Test("A range that the spectrum does not resolve was reduced")
  func reduced() {
    let record = Examples.record(powers(60))
    #expect(
      record.warnings == [
        AnalysisWarning(.fitRangeReduced, "fitted over 11…60 instead of 11…100: only 60 ranks are resolved")
      ])
  }

  @Test("Too few ranks make no α")
  func noAlpha() {
    #expect(
      Examples.record(powers(14)).warnings == [
        AnalysisWarning(.noAlpha, "14 ranks are resolved, fewer than 5 of them in 11…100: no α")
      ])
  }

  @Test("A spectrum that begins with nothing makes no α")
  func noVariance() {
    let record = Examples.record(Eigenspectrum(given: [0, 0, 0]))
    #expect(record.warnings.first == AnalysisWarning(.noVariance, "the first value has no logarithm: no α"))
    #expect(record.alpha == nil && record.value(of: .effectiveRank) == nil)
  }

  @Test(
    "Rows that were left out are counted",
    arguments: [(1, "1 row with NaN or infinity was left out"), (3, "3 rows with NaN or infinity were left out")])
  func nonFiniteRows(count: Int, message: String) {
    #expect(
      Examples.record(Examples.spectrum, nonFiniteRows: count).warnings == [AnalysisWarning(.nonFiniteRows, message)])
  }

  @Test("A metric of a later checkpoint says so, and which one it is not")
  func laterCheckpoint() {
    var dump = Examples.dump
    dump.metrics = [
      "val_acc": Metric(value: 1, join: .lastOfRun), "loss": Metric(value: 2, join: .lastOfRun),
      "test_acc": Metric(value: 3, join: .checkpoint),
    ]
    #expect(
      Examples.record(Examples.spectrum, dump: dump).warnings == [
        AnalysisWarning(
          .metricOfLaterCheckpoint, "loss, val_acc: the run's last value, as the log has none for epoch 8")
      ])
    dump.checkpoint = nil
    #expect(
      Examples.record(Examples.spectrum, dump: dump).warnings.map(\.message) == [
        "loss, val_acc: the run's last value, as the dump's checkpoint is not known"
      ])
  }

  @Test("Results that no double can hold are named")
  func notRepresentable() {
    let huge = Eigenspectrum(given: (1...120).map { 1e308 / Double($0) })
    #expect(
      Examples.record(huge).warnings == [
        AnalysisWarning(.notRepresentable, "the total variance is larger than a double can hold")
      ])
    let wide = Eigenspectrum(given: (1...120).map { $0 < 60 ? 1e200 : 1e-200 })
    #expect(
      Examples.record(wide).warnings == [
        AnalysisWarning(.notRepresentable, "the condition number is larger than a double can hold")
      ])
  }

  @Test("The names of warnings do not change")
  func names() {
    #expect(
      AnalysisWarning.Code.allCases.map(\.rawValue) == [
        "fitRangeReduced", "noAlpha", "nonFiniteRows", "noVariance", "nonPositiveEigenvalues",
        "metricOfLaterCheckpoint", "notRepresentable", "noMeasure", "fitReplaced", "fitRejected", "collapsed",
        "fewSamples",
        "dependentRows",
        "noInterval",
        "preview", "incomplete", "bytesBehind", "notComparable",
      ])
  }

  private func powers(_ count: Int) -> Eigenspectrum { Eigenspectrum(given: (1...count).map { 1 / Double($0) }) }
}
