import FileFixtures
import Foundation
import Testing

@Suite("Options of eigentop analyze")
struct AnalyzeOptionTests {
  /// A directory with the dump `x.npy`, of α = 1.
  private func directory() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "x.npy")
    return directory
  }

  @Test("A fit range is spelled in three ways", arguments: ["5...40", "5..40", "5:40"])
  func fitRange(_ spelling: String) async throws {
    let run = try await Eigentop(["analyze", "--json", "--fit-range", spelling, "x.npy"], in: directory())
    let fit = try #require(try run.records().first?.fit)
    #expect((fit.first, fit.last) == (5, 40))
  }

  @Test("Without one, α is fitted to ranks 11 to 100")
  func standardFitRange() async throws {
    let fit = try #require(try await Eigentop(["analyze", "--json", "x.npy"], in: directory()).records().first?.fit)
    #expect((fit.first, fit.last) == (11, 100))
  }

  @Test(
    "Tokens become features or samples as asked for, and the record says how",
    arguments: zip(
      [[], ["--tokens", "mean"], ["--tokens", "first"], ["--tokens", "samples"]],
      [(280, 256, "flatten"), (280, 128, "mean"), (280, 128, "first"), (560, 128, "samples")]))
  func tokens(_ options: [String], _ expected: (samples: Int, features: Int, name: String)) async throws {
    let directory = try TemporaryDirectory()
    // Two equal tokens of every row.
    let features = FeatureMatrix(alpha: 1)
    let bytes = features.npy.suffix(8 * features.rows * features.columns)
    let width = 8 * features.columns
    let rows = stride(from: bytes.startIndex, to: bytes.endIndex, by: width).map { bytes[$0..<$0 + width] }
    let twice = rows.flatMap { $0 + $0 }
    try directory.write(npy("<f8", [features.rows, 2, features.columns], twice, isPadded: true), to: "x.npy")
    let run = try await Eigentop(["analyze", "--json", "x.npy"] + options, in: directory)
    let records = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let record = try #require(records.first)
    #expect(record["tokens"] as? String == expected.name)
    #expect(record["sampleCount"] as? Int == expected.samples && record["featureCount"] as? Int == expected.features)
    let alpha = try #require(record["alpha"] as? Double)
    #expect(abs(alpha - 1) < 1e-6)
    #expect(run.output.contains("dependentRows") == (expected.name == "samples"))
  }

  @Test("Measures that were not asked for are null")
  func measures() async throws {
    let run = try await Eigentop(["analyze", "--json", "--measures", "alpha", "x.npy"], in: directory())
    let record = try #require(try run.records().first)
    #expect(record.alpha != nil)
    #expect(record.effectiveRank == nil)
    #expect(record.participationRatio == nil)
    #expect(record.stableRank == nil)
    #expect(record.conditionNumber == nil)
    let others = try await Eigentop(
      ["analyze", "--json", "--measures", "stableRank,effectiveRank", "x.npy"], in: directory())
    #expect(try others.records().map { $0.alpha == nil && $0.stableRank != nil && $0.effectiveRank != nil } == [true])
  }

  @Test(
    "Neither the number of threads nor --no-cache changes a result", arguments: [["--threads", "1"], ["--no-cache"]])
  func indifferent(_ options: [String]) async throws {
    let directory = try directory()
    let plain = try await Eigentop(["analyze", "--json", "x.npy"], in: directory)
    let changed = try await Eigentop(["analyze", "--json"] + options + ["x.npy"], in: directory)
    #expect(plain.status == 0)
    #expect(changed.status == 0)
    #expect(plain.output == changed.output)
  }

  @Test("A spectrum is taken as given, and non-positive values are warned about")
  func spectrum() async throws {
    let directory = try TemporaryDirectory()
    let values = (1...120).map { pow(Double($0), -0.9) }
    try directory.write(npy(values), to: "spectrum.npy")
    try directory.write(npy(values.dropLast() + [-1e-9]), to: "negative.npy")
    let run = try await Eigentop(
      ["analyze", "--json", "--spectrum", "--eigenvalues", "spectrum.npy", "negative.npy"], in: directory)
    #expect(run.status == 0)
    let records = try run.records()
    #expect(records.count == 2)
    #expect(abs(try #require(records.first?.alpha) - 0.9) < 1e-9)
    #expect(records.first?.eigenvalues == values)
    #expect(records.first?.warnings.isEmpty == true)
    #expect(records.last?.warnings.map(\.code) == ["nonPositiveEigenvalues"])
  }

  @Test("A matrix is no spectrum, and a vector is no dump")
  func wrongAxes() async throws {
    let directory = try directory()
    try directory.write(npy([3, 2, 1]), to: "vector.npy")
    let matrix = try await Eigentop(["analyze", "--json", "--spectrum", "x.npy"], in: directory)
    #expect(matrix.status == 2)
    #expect(try matrix.records().map(\.error?.code) == ["tooManyAxes"])
    let vector = try await Eigentop(["analyze", "--json", "vector.npy"], in: directory)
    #expect(vector.status == 2)
    #expect(try vector.records().map(\.error?.code) == ["tooFewAxes"])
  }
}
