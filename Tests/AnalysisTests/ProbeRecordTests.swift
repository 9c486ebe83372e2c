import Analysis
import SchemaValidation
import Testing

@testable import Spectra

@Suite("The JSON of probes keeps to its schema")
struct ProbeRecordTests {
  private static func result(_ method: ProbeResult.Method, _ split: ProbeSplit, curve: Bool) -> ProbeResult {
    let top1 = Proportion(successes: 60, count: 80)
    return ProbeResult(
      method: method, split: split, penalty: method == .ridge ? 12.5 : 0.1, trainingCount: 320, testCount: 80,
      nonFiniteRowCount: 1, featureCount: 8, constantFeatureCount: 2, classCount: 2, top1: top1,
      top5: curve ? Proportion(successes: 80, count: 80) : nil,
      classes: [
        .init(label: -1, count: 80, correct: 60), .init(label: 4, count: 0, correct: 0),
      ],
      optimization: method == .logistic ? .init(objective: 3.5, iterationCount: 9, hasConverged: true) : nil,
      curve: curve ? [.init(trainingCount: 40, penalty: 1, top1: top1)] : nil)
  }

  private static var records: [ProbeRecord] {
    var split = ProbeRecord(features: "x\u{9b}.npy", labels: "labels.npy")
    split.result = result(.ridge, .stratified(trainingFraction: 0.8, seed: .max), curve: true)
    var given = ProbeRecord(features: "x.npy", labels: "labels.npy")
    given.testFeatures = "test.npy"
    given.testLabels = "test_labels.npy"
    given.result = result(.logistic, .given, curve: false)
    var failed = ProbeRecord(features: "x.npy", labels: nil)
    failed.failure = AnalysisFailure(code: .noLabels, message: "none")
    return [split, given, failed]
  }

  @Test("Probes of every kind are valid", arguments: records)
  func valid(_ record: ProbeRecord) throws {
    #expect(
      try JSONSchema.committed("Analysis/Probe/probe-record.schema.json").faults(of: JSONValue(parsing: record.json()))
        == [])
  }

  @Test("The schema names every field of a probe and no other")
  func complete() throws {
    let record = try JSONValue(parsing: try #require(Self.records.first).json())
    for field in try #require(record.members).keys {
      var without = record
      without[field] = nil
      #expect(
        try JSONSchema.committed("Analysis/Probe/probe-record.schema.json").faults(of: without) == [
          "$.\(field) is missing"
        ])
    }
  }

  @Test("Accuracies are shares of 1 with their intervals, and null where there is nothing to count")
  func accuracies() throws {
    let record = try JSONValue(parsing: try #require(Self.records.first).json())
    #expect(record["top1"]?["accuracy"] == .number(0.75))
    #expect(record["top1"]?["interval"]?.elements.count == 2)
    #expect(record["classes"]?.elements.map { $0["accuracy"] } == [.number(0.75), .null])
    #expect(record["split"]?["trainingFraction"] == .number(0.8))
    #expect(record["objective"] == .null)
  }

  @Test("Names cannot command a terminal")
  func controls() throws {
    let text = String(decoding: try #require(Self.records.first).json(), as: UTF8.self)
    #expect(text.contains("x\\u009b.npy"))
  }
}
