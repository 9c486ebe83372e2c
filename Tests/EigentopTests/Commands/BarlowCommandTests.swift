import FileFixtures
import Foundation
import TerminalEmulation
import Testing

@Suite("eigentop barlow")
struct BarlowCommandTests {
  private struct Report: Decodable {
    struct Failure: Decodable { let code, message: String }

    let paths: [String]
    let variant: String
    let lambda: Double
    let sampleCount, featureCount, nonFiniteRows: Int?
    let loss, invariance, redundancy, logarithmPerFeature: Double?
    let crossCorrelation: [[Double]]?
    let error: Failure?
  }

  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "a.npy")
    try directory.write(FeatureMatrix(columns: 64, alpha: 1), to: "narrow.npy")
  }

  private func report(of run: Eigentop) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
  }

  @Test("A view beside itself, its features uncorrelated, has no loss by the formula")
  func same() async throws {
    let run = try await Eigentop(["barlow", "a.npy", "a.npy", "--lambda", "0.5", "--json", "--matrix"], in: directory)
    #expect(run.status == 0 && run.errors.isEmpty)
    let found = try report(of: run)
    #expect(found.paths == ["a.npy", "a.npy"] && found.variant == "formula" && found.lambda == 0.5)
    #expect(found.sampleCount == 280 && found.featureCount == 128 && found.nonFiniteRows == 0 && found.error == nil)
    #expect(abs(try #require(found.loss)) < 1e-12)
    #expect(abs(try #require(found.crossCorrelation)[5][5] - 1) < 1e-12)
  }

  @Test("Variants differ, and loss is invariance + λ · redundancy in each", arguments: ["batchnorm", "fastssl"])
  func variants(variant: String) async throws {
    let run = try await Eigentop(
      ["barlow", "a.npy", "a.npy", "--lambda", "3", "--variant", variant, "--json"], in: directory)
    let found = try report(of: run)
    let (loss, invariance) = try (#require(found.loss), #require(found.invariance))
    let redundancy = try #require(found.redundancy)
    #expect(found.variant == variant && found.crossCorrelation == nil && invariance > 1e-7)
    #expect(abs(loss - invariance - 3 * redundancy) < 1e-12)
    let logarithm = try #require(found.logarithmPerFeature)
    #expect(abs(logarithm - log(loss) / 128) < 1e-12)
  }

  @Test("Without --json the same in words")
  func words() async throws {
    let run = try await Eigentop(
      ["barlow", "a.npy", "a.npy", "--lambda", "0.005", "--variant", "fastssl"], in: directory)
    #expect(run.status == 0 && run.output.hasPrefix("loss "))
    #expect(run.output.contains("d = 128, N = 280, fastssl"))
  }

  @Test("Views of different shapes have no loss: status 2, both named, and valid JSON")
  func unequal() async throws {
    let run = try await Eigentop(["barlow", "a.npy", "narrow.npy", "--lambda", "1", "--json"], in: directory)
    #expect(run.status == 2)
    #expect(run.errors == "eigentop: a.npy holds 280 × 128 features, narrow.npy 280 × 64\n")
    let found = try report(of: run)
    #expect(found.error?.code == "unequalViews" && found.loss == nil)
  }

  @Test("A file that is not there has status 2 and is named")
  func missing() async throws {
    let run = try await Eigentop(["barlow", "a.npy", "none.npy", "--lambda", "1"], in: directory)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("none.npy"))
  }

  @Test(
    "What cannot be meant is status 64",
    arguments: [
      [], ["--lambda", "-1"], ["--lambda", "nan"], ["--lambda", "1", "--variant", "x"], ["--lambda", "1", "--matrix"],
    ])
  func usage(options: [String]) async throws {
    let run = try await Eigentop(["barlow", "a.npy", "a.npy"] + options, in: directory)
    #expect(run.status == 64 && run.output.isEmpty)
  }

  @Test("Ctrl-C ends it with valid JSON that says so")
  func interrupted() throws {
    // Would take minutes: it is running when the key comes.
    try directory.writeLarge(rows: 2_000_000, columns: 2048, to: "large.npy")
    let session = try TerminalSession(
      "/bin/sh",
      arguments: [
        "-c", "cd \"$1\" && exec \"$2\" barlow large.npy large.npy --lambda 1 --json > out.json", "sh",
        directory.path.string,
        builtExecutable("eigentop"),
      ])
    try session.waitForText("of 2000000 rows")
    session.send("\u{3}")
    #expect(try session.waitUntilEnded() == .exited(2))
    let found = try JSONDecoder().decode(Report.self, from: directory.read("out.json"))
    #expect(found.error?.code == "interrupted" && found.loss == nil)
  }
}
