import FileFixtures
import Foundation
import Testing

@Suite("What eigentop analyze computes on request")
struct AnalyzeNumericsTests {
  /// A directory with the dump `x.npy`, of α = 1 in 128 dimensions.
  private func directory() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "x.npy")
    return directory
  }

  private func record(_ options: [String]) async throws -> Record {
    let run = try await Eigentop(["analyze", "--json"] + options + ["x.npy"], in: directory())
    #expect(run.status == 0)
    return try #require(try run.records().first)
  }

  @Test(
    "Every estimator finds the slope of an exact power law, and is named", arguments: ["weighted", "ols", "robust"])
  func estimators(_ name: String) async throws {
    let record = try await record(["--estimator", name])
    #expect(record.fit?.estimator == name)
    #expect(abs(try #require(record.alpha) - 1) < 1e-9)
  }

  @Test("The acceptance rule leaves a good fit alone, and says so where it acts")
  func acceptance() async throws {
    #expect(try await record(["--acceptance", "fastssl"]).fit?.accepted == true)
    // A spectrum bent so much that no line is good enough over 11…100.
    let directory = try TemporaryDirectory()
    let values = (1...120).map { rank in rank <= 60 ? pow(Double(rank), -1) : pow(60, 7) / pow(Double(rank), 8) }
    try directory.write(npy(values), to: "bent.npy")
    let run = try await Eigentop(
      ["analyze", "--json", "--spectrum", "--acceptance", "fastssl", "bent.npy"], in: directory)
    let bent = try #require(try run.records().first)
    #expect((bent.fit?.first, bent.fit?.last) == (6, 50))
    #expect(abs(try #require(bent.alpha) - 1) < 1e-9)
    #expect(bent.warnings.map(\.code) == ["fitReplaced"])
  }

  @Test("Intervals surround their numbers, and are null where nobody asked for them")
  func uncertainty() async throws {
    let plain = try await record([])
    #expect(plain.fit?.standardError == nil && plain.uncertainty == nil)
    let record = try await record(["--uncertainty"])
    #expect(record.alpha == plain.alpha)
    let interval = try #require(record.fit?.interval)
    let alpha = try #require(record.alpha)
    #expect(interval.count == 2 && interval[0] < alpha && alpha < interval[1])
    let uncertainty = try #require(record.uncertainty)
    #expect(uncertainty.method == "groupedJackknife" && uncertainty.groups == 20 && uncertainty.confidence == 0.95)
    #expect(Set(uncertainty.measures.keys).isSuperset(of: ["rankMe", "effectiveRank", "stableRank"]))
    #expect(uncertainty.alphaBySampleCount.last?.sampleCount == record.sampleCount)
    #expect(uncertainty.alphaBySampleCount.last?.alpha == record.alpha)
    let table = try await Eigentop(["analyze", "--uncertainty", "x.npy"], in: directory())
    #expect(table.output.contains(/1\.000±0\.\d{3}/))
  }

  @Test("Curves and the measures that need a pass of their own are filled in on request")
  func onRequest() async throws {
    let plain = try await record([])
    #expect(plain.alphaByRange == nil && plain.benignEffectiveRanks == nil && plain.selfCluster == nil)
    let record = try await record([
      "--curves", "alphaByRange,benignEffectiveRanks", "--measures", "alpha,stableRank,selfCluster",
    ])
    let grid = try #require(record.alphaByRange)
    #expect(grid.alpha.count == grid.first.count && grid.alpha.allSatisfy { $0.count == grid.last.count })
    let alphas = grid.alpha.joined().compactMap { $0 }
    #expect(!alphas.isEmpty && alphas.allSatisfy { abs($0 - 1) < 1e-6 }, "an exact power law has one slope")
    let first = try #require(record.benignEffectiveRanks?.r.first)
    #expect(abs(first - (try #require(record.stableRank))) < 1e-9)
    #expect(record.selfCluster != nil)
  }

  @Test("Single precision is said, and moves α by less than a millionth")
  func precision() async throws {
    let record = try await record(["--precision", "float32"])
    #expect(record.precision == "float32")
    #expect(abs(try #require(record.alpha) - 1) < 1e-6)
  }

  @Test("A dump that needs more than --memory is refused in both numbers", arguments: ["100K", "0.1MiB", "1e5"])
  func memory(_ size: String) async throws {
    let run = try await Eigentop(["analyze", "--json", "--memory", size, "x.npy"], in: directory())
    #expect(run.status == 2)
    #expect(try run.records().map(\.error?.code) == ["tooMuchMemory"])
    #expect(run.errors.contains("are to be had"))
  }

  @Test(
    "What makes no sense is refused with status 64",
    arguments: [
      ["--memory", "much"], ["--memory", "0"], ["--estimator", "median"], ["--acceptance", "all"],
      ["--precision", "float16"], ["--curves", "alphaByRange"], ["--json", "--spectrum", "--uncertainty"],
      ["--json", "--spectrum", "--measures", "lidar"], ["--views", "4"], ["--groups", "x.npy"],
      ["--uncertainty", "--views", "0"], ["--uncertainty", "--views", "4", "--groups", "x.npy"],
    ])
  func refused(_ options: [String]) async throws {
    #expect(try await Eigentop(["analyze"] + options + ["x.npy"], in: directory()).status == 64)
  }

  @Test("What is left out as a whole is said in the record, and a file of groups that is not there at once")
  func grouping() async throws {
    let objects = try #require(try await record(["--uncertainty", "--views", "4"]).uncertainty).objects
    let plain = try #require(try await record(["--uncertainty"]).uncertainty).objects
    #expect(objects.kind == "views" && plain.kind == "rows" && objects.count == (plain.count + 3) / 4)
    let run = try await Eigentop(["analyze", "--uncertainty", "--groups", "none.npy", "x.npy"], in: directory())
    #expect(run.status == 2 && run.errors.contains("none.npy"))
  }

  @Test("Dumps that cannot be compared are pointed out beside the table")
  func comparability() async throws {
    let directory = try directory()
    try directory.write(FeatureMatrix(rows: 400, alpha: 1), to: "y.npy")
    let run = try await Eigentop(["analyze", "x.npy", "y.npy"], in: directory)
    #expect(run.errors.contains("α is not comparable") && run.errors.contains("400"))
  }
}
