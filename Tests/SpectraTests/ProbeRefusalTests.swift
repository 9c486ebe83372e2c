import LinearAlgebra
import NumericalTesting
import Testing

@testable import Spectra

@Suite("What gives no linear probe, and why")
struct ProbeRefusalTests {
  private static let methods = ProbeResult.Method.allCases

  private func rows(_ count: Int, features: Int = 3) -> [[Double]] {
    var generator = SeededGenerator(seed: 1)
    return (0..<count).map { _ in (0..<features).map { _ in generator.normal() } }
  }

  private func probe(
    _ rows: [[Double]], _ labels: [Int], test: LinearProbe.Labelled? = nil, method: ProbeResult.Method = .ridge,
    memoryLimit: Int = .max
  ) throws -> ProbeResult {
    var options = LinearProbe.Options()
    options.method = method
    options.memoryLimit = memoryLimit
    return try LinearProbe.run(.init(MemoryRows(rows), labels: labels), test: test, options: options)
  }

  @Test("As many labels as rows are needed")
  func unequalCounts() {
    #expect(throws: ProbeError.unequalCounts(labels: 9, rows: 10)) {
      try probe(rows(10), Array(repeating: 0, count: 9))
    }
  }

  @Test("One class is none to tell from others", arguments: [[], [7, 7, 7, 7]])
  func oneClass(_ labels: [Int]) {
    #expect(throws: ProbeError.tooFewClasses(Set(labels).count)) { try probe(rows(labels.count), labels) }
  }

  @Test("A class for every row leaves too few rows to train on")
  func allDifferent() {
    #expect(throws: ProbeError.tooFewTrainingRows(80, classes: 100)) { try probe(rows(100), Array(0..<100)) }
  }

  @Test("Rows to be tested have the features, and only the classes, that were trained on")
  func otherTest() {
    let labels = [0, 1, 0, 1]
    #expect(throws: ProbeError.unequalFeatures(training: 3, test: 2)) {
      try probe(rows(4), labels, test: .init(MemoryRows(rows(2, features: 2)), labels: [0, 1]))
    }
    #expect(throws: ProbeError.missingInTraining(label: 5)) {
      try probe(rows(4), labels, test: .init(MemoryRows(rows(2)), labels: [0, 5]))
    }
  }

  @Test("Features that are all constant, or too far apart, are refused", arguments: methods)
  func features(_ method: ProbeResult.Method) {
    let labels = (0..<20).map { $0 % 2 }
    #expect(throws: ProbeError.constantFeatures) {
      try probe(Array(repeating: [0.1, -3], count: 20), labels, method: method)
    }
    let far = (0..<20).map { [$0 % 2 == 0 ? 1.7e308 : -1.7e308, Double($0)] }
    #expect(throws: ProbeError.featuresTooLarge) { try probe(far, labels, method: method) }
  }

  @Test("Rows with NaN or infinity are left out and counted", arguments: methods)
  func nonFinite(_ method: ProbeResult.Method) throws {
    var features = rows(100)
    for i in 0..<100 { features[i][1] += i % 2 == 0 ? 3 : -3 }
    features[10][0] = .nan
    features[55][2] = -.infinity
    let result = try probe(features, (0..<100).map { $0 % 2 }, method: method)
    #expect(result.nonFiniteRowCount == 2)
    #expect(result.trainingCount + result.testCount == 98)
    #expect(result.top1.value > 0.8)
  }

  @Test("A class of which no row is finite is missing, and a test of such rows is none")
  func allNonFinite() {
    let labels = (0..<20).map { $0 % 4 == 0 ? 3 : $0 % 2 }
    let features = rows(20).enumerated().map { $0 % 4 == 0 ? [.nan, 0, 0] : $1 }
    #expect(throws: ProbeError.missingInTraining(label: 3)) { try probe(features, labels) }
    #expect(throws: ProbeError.noTestRows) {
      try probe(
        rows(4), [0, 1, 0, 1],
        test: .init(MemoryRows([[.nan, 0, 0], [0, .infinity, 0]]), labels: [0, 1]))
    }
  }

  @Test("Features of any magnitude give the answers of features near 1", arguments: methods, [-300.0, -160, 160, 300])
  func magnitudes(_ method: ProbeResult.Method, exponent: Double) throws {
    let example = try #require(try ProbeReference().cases.first)
    let factor = Double(sign: .plus, exponent: Int(exponent * 3.3), significand: 1)
    var options = LinearProbe.Options()
    options.method = method
    let plain = try example.probe(options)
    let scaled = try LinearProbe.run(
      .init(MemoryRows(example.rows.map { $0.map { $0 * factor } }), labels: example.labels),
      test: .init(MemoryRows(example.testRows.map { $0.map { $0 * factor } }), labels: example.testLabels),
      options: options)
    #expect(scaled.top1 == plain.top1)
    #expect(scaled.constantFeatureCount == 0)
  }

  @Test("More classes than memory holds are refused before memory is taken", arguments: methods)
  func memory(_ method: ProbeResult.Method) throws {
    let needed = ProbeTrainer.byteCount(method: method, featureCount: 2, classCount: 300_000)
    #expect(throws: LinearAlgebraError.tooMuchMemory(needed: needed, limit: 64 << 20)) {
      try ProbeTrainer(
        method: method, penalty: nil, featureCount: 2, classCount: 300_000, memoryLimit: 64 << 20)
    }
    #expect(ProbeTrainer.byteCount(method: method, featureCount: 1 << 30, classCount: 1 << 26) == .max)
  }

  @Test("A cancelled task ends within a block", arguments: methods)
  func cancellation(_ method: ProbeResult.Method) async {
    let features = rows(100)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try probe(features, (0..<100).map { $0 % 2 }, method: method)
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
