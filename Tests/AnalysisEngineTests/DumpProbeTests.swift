import Analysis
import AnalysisEngine
import FileFixtures
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Probes of dumps on disk")
struct DumpProbeTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// 300 rows of three classes, well apart.
  private func writeClusters(_ name: FilePath, seed: UInt64 = 1, count: Int = 300) throws -> [Int] {
    var generator = SeededGenerator(seed: seed)
    let labels = (0..<count).map { _ in Int.random(in: 0..<3, using: &generator) }
    let rows = labels.map { label in (0..<5).map { 100 + (label == $0 ? 4 : 0) + generator.normal() } }
    try directory.write(float64(rows), to: name)
    return labels
  }

  private func int64(_ labels: [Int], shape: [Int]? = nil) -> [UInt8] {
    npy("<i8", shape ?? [labels.count], labels.withUnsafeBytes { Array($0) })
  }

  @Test("Labels beside the dump are found, named, and enough", arguments: ProbeResult.Method.allCases)
  func beside(_ method: ProbeResult.Method) throws {
    let labels = try writeClusters("run/x.npy")
    let file = try directory.write(int64(labels), to: "labels.npy")
    var options = LinearProbe.Options()
    options.method = method
    var last: ProbeProgress?
    let record = try DumpProbe.run(features: [directory.path.appending("run/x.npy")], options: options) { last = $0 }
    #expect(record.failure == nil)
    #expect(record.labels == file)
    let result = try #require(record.result)
    #expect((result.trainingCount, result.testCount, result.classCount) == (240, 60, 3))
    #expect(result.top1.value > 0.9)
    #expect(last == .testing(rows: 60, of: 60))
  }

  @Test("Several files are one dump")
  func shards() throws {
    let labels = try writeClusters("x_0.npy", seed: 1) + writeClusters("x_1.npy", seed: 2)
    let file = try directory.write(int64(labels), to: "both_labels.npy")
    let record = try DumpProbe.run(
      features: [directory.path.appending("x_0.npy"), directory.path.appending("x_1.npy")], labels: file)
    #expect(record.result?.trainingCount == 480)
    #expect(try #require(record.result?.top1.value) > 0.9)
  }

  @Test("Test rows may come from another dump")
  func given() throws {
    let labels = try directory.write(int64(writeClusters("a.npy")), to: "a_labels.npy")
    let testLabels = try directory.write(int64(writeClusters("b.npy", seed: 9, count: 50)), to: "b_labels.npy")
    let record = try DumpProbe.run(
      features: [directory.path.appending("a.npy")], labels: labels,
      test: (directory.path.appending("b.npy"), testLabels))
    let result = try #require(record.result)
    #expect(result.split == .given)
    #expect((result.trainingCount, result.testCount) == (300, 50))
    #expect(result.top1.value > 0.9)
  }

  @Test("Features that are not there are said to be missing, not their labels")
  func missing() throws {
    let record = try DumpProbe.run(features: [directory.path.appending("x.npy")])
    #expect(record.failure?.code == .unreadable)
  }

  @Test("Where there are no labels, the record says what was looked for")
  func none() throws {
    _ = try writeClusters("x.npy")
    let record = try DumpProbe.run(features: [directory.path.appending("x.npy")])
    #expect(record.failure?.code == .noLabels)
    #expect(record.result == nil && record.labels == nil)
  }

  @Test("As many labels as rows: both are named with their counts")
  func unequal() throws {
    let labels = try writeClusters("x.npy")
    let file = try directory.write(int64(Array(labels.dropLast())), to: "labels.npy")
    let features = directory.path.appending("x.npy")
    let record = try DumpProbe.run(features: [features])
    #expect(
      record.failure
        == AnalysisFailure(code: .unequalCounts, message: "\(file): 299 labels; \(features): 300 rows"))
  }

  @Test("Hostile labels are refused in the name of their file")
  func hostile() throws {
    _ = try writeClusters("x.npy", count: 40)
    let ones = [Int](repeating: 1, count: 40)
    let fractions = (0..<40).map { Double($0) / 2 }
    let infinite = [Double](repeating: .nan, count: 40)
    for (bytes, code) in [
      ([], .truncated), (Array(repeating: 0, count: 200), .notAnArray), (Array(int64(ones).dropLast(9)), .truncated),
      (int64([], shape: [0]), .empty),
      (int64(ones, shape: [20, 2]), .notALabel), (int64(ones, shape: [40, 1]), .tooFewClasses),
      (int64(ones), .tooFewClasses),
      (int64(Array(0..<40)), .tooFewTrainingRows), (int64(ones.map { .max - $0 }), .notALabel),
      (npy("<f8", [40], fractions.withUnsafeBytes { Array($0) }), .notALabel),
      (npy("<f8", [40], infinite.withUnsafeBytes { Array($0) }), .notALabel),
    ] as [([UInt8], AnalysisFailure.Code)] {
      let file = try directory.write(bytes, to: "labels.npy")
      let record = try DumpProbe.run(features: [directory.path.appending("x.npy")])
      let isNamed = record.failure?.message.hasPrefix(file.string) ?? false
      #expect(record.failure?.code == code)
      #expect(isNamed || code == .tooFewTrainingRows, "\(record.failure?.message ?? "")")
    }
  }

  @Test("A million classes are refused before they take memory")
  func manyClasses() throws {
    let count = 1_000_000
    try directory.write(npy("|i1", [count, 2], (0..<2 * count).map { UInt8($0 % 251) }), to: "x.npy")
    var options = LinearProbe.Options()
    options.memoryLimit = 1 << 30
    let each = try directory.write(int64(Array(0..<count)), to: "each.npy")
    let record = try DumpProbe.run(features: [directory.path.appending("x.npy")], labels: each, options: options)
    #expect(record.failure?.code == .tooMuchMemory)
  }
}
