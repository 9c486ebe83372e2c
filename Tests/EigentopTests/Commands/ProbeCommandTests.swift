import FileFixtures
import Foundation
import Testing

@Suite("eigentop probe")
struct ProbeCommandTests {
  private struct Output: Decodable {
    struct Accuracy: Decodable { let accuracy: Double, correct: Int, count: Int, interval: [Double] }
    struct Point: Decodable { let trainingCount: Int }
    struct Failure: Decodable { let code, message: String }
    let features: String
    let labels, testFeatures, method: String?
    let trainingCount, testCount, classCount: Int?
    let top1, top5: Accuracy?
    let curve: [Point]?
    let converged: Bool?
    let error: Failure?
  }

  private func output(_ run: Eigentop) throws -> Output {
    try JSONDecoder().decode(Output.self, from: Data(run.output.utf8))
  }

  /// `x.npy`, 200 rows of 8 features, and `labels.npy`, which say whether the first feature is positive.
  private func directory() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    let matrix = FeatureMatrix(rows: 200, columns: 8, alpha: 0)
    try directory.write(matrix, to: "x.npy")
    let labels = (0..<200).map { row in cos(2 * .pi * Double(row) / 200) > 0 ? 1.0 : 0 }
    try directory.write(npy(labels), to: "labels.npy")
    return directory
  }

  @Test("The result is on standard output, as a table or as JSON", arguments: ["ridge", "logistic"])
  func result(_ method: String) async throws {
    let directory = try directory()
    let run = try await Eigentop(["probe", "x.npy", "--method", method, "--json", "--curve"], in: directory)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let record = try output(run)
    #expect(record.features == "x.npy" && record.labels == "labels.npy" && record.method == method)
    #expect(record.trainingCount == 160 && record.testCount == 40 && record.classCount == 2)
    let top1 = try #require(record.top1)
    #expect(top1.accuracy > 0.85 && top1.count == 40 && record.top5 == nil)
    #expect(record.converged == (method == "logistic" ? true : nil))
    #expect(record.curve?.map(\.trainingCount) == [2, 3, 8, 16, 32, 80, 160])

    let table = try await Eigentop(["probe", "x.npy", "labels.npy", "--method", method], in: directory)
    #expect(table.status == 0)
    #expect(table.lines.contains { $0.hasPrefix("top-1") && $0.hasSuffix("\(top1.correct) of 40") })
    #expect(table.lines.contains { $0.hasPrefix("split") && $0.contains("160 rows trained on, 40 tested") })
  }

  @Test("The same seed gives the same bytes, another seed another split")
  func seeds() async throws {
    let directory = try directory()
    func probe(_ options: String...) async throws -> String {
      try await Eigentop(["probe", "x.npy", "--json"] + options, in: directory).output
    }
    let first = try await probe()
    #expect(try await probe() == first)
    #expect(try await probe("--seed", "3") != first)
  }

  @Test("Test rows are given by their own files")
  func given() async throws {
    let run = try await Eigentop(
      ["probe", "x.npy", "labels.npy", "--test-features", "x.npy", "--test-labels", "labels.npy", "--json"],
      in: directory())
    let record = try output(run)
    #expect(record.testFeatures == "x.npy" && record.trainingCount == 200 && record.testCount == 200)
  }

  @Test("Without a result the status is 2, the reason on standard error and in the JSON")
  func failure() async throws {
    let directory = try directory()
    try directory.write(npy([0, 1, 2]), to: "short.npy")
    let run = try await Eigentop(["probe", "x.npy", "short.npy", "--json"], in: directory)
    #expect(run.status == 2)
    #expect(run.errors == "eigentop: short.npy: 3 labels; x.npy: 200 rows\n")
    let record = try output(run)
    #expect(record.error?.code == "unequalCounts" && record.top1 == nil)
    let missing = try await Eigentop(["probe", "nothing.npy", "labels.npy"], in: directory)
    #expect(missing.status == 2 && missing.output.isEmpty && missing.errors.contains("nothing.npy"))
  }

  @Test(
    "What cannot be meant is status 64",
    arguments: [
      ["--split", "1"], ["--split", "0"], ["--penalty", "0"], ["--penalty", "nan"], ["--method", "lasso"],
      ["--test-features", "y.npy"], ["--seed", "-1"], ["--threads", "0"],
      ["--split", "0.5", "--test-features", "y.npy", "--test-labels", "z.npy"],
    ])
  func usage(_ options: [String]) async throws {
    let run = try await Eigentop(["probe", "x.npy"] + options, in: directory())
    #expect(run.status == 64 && run.output.isEmpty && !run.errors.isEmpty)
  }
}
