import FileFixtures
import Foundation
import Testing

@Suite("eigentop analyze --json")
struct AnalyzeRecordTests {
  private static let documentedFields: Set<String> = [
    "path", "files", "array", "run", "layer", "checkpoint", "hyperparameters", "seed", "metrics", "sampleCount",
    "family", "variant", "split",
    "featureCount", "dataType", "tokens", "nonFiniteRows", "alpha", "fit", "rankMe", "effectiveRank",
    "participationRatio",
    "stableRank",
    "conditionNumber", "selfCluster", "lidar", "uncertainty", "precision", "preview", "resolvableRank", "noiseFloor",
    "totalVariance", "eigenvalues", "alphaByRange", "benignEffectiveRanks", "warnings", "error",
  ]

  @Test("Every record has every documented field, failed ones too")
  func fields() async throws {
    let training = try TrainingDirectory()
    let run = try await Eigentop(["analyze", "--json", "."], in: training.directory)
    let records = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(records.count == 6)
    for record in records {
      #expect(Set(record.keys) == Self.documentedFields)
      if let fit = record["fit"] as? [String: Any] {
        #expect(
          Set(fit.keys) == [
            "estimator", "first", "last", "intercept", "rSquared", "accepted", "standardError", "interval",
          ])
      }
    }
  }

  @Test("A record says what the dump was made with, and what its surroundings say of it")
  func values() async throws {
    let training = try TrainingDirectory()
    let records = try await Eigentop(["analyze", "--json", "."], in: training.directory).records()
    let record = try #require(records.first { $0.run == "lambd_0.2" && $0.checkpoint?.epoch == 1 })
    #expect(record.hyperparameters == ["lambd": 0.2])
    #expect(record.seed == 3)
    #expect(record.metrics == ["probe_acc": 65])
    #expect(record.sampleCount == 280)
    #expect(record.featureCount == 128)
    #expect(record.dataType == "float64")
    #expect(record.nonFiniteRows == 0)
    #expect(abs(try #require(record.alpha) - 1.2) < 1e-9)
    #expect(record.fit?.estimator == "weighted")
    #expect(abs(try #require(record.fit?.rSquared) - 1) < 1e-9)
    let variances = (1...128).map { pow(Double($0), -1.2) }
    let participation = pow(variances.reduce(0, +), 2) / variances.map { $0 * $0 }.reduce(0, +)
    #expect(abs(try #require(record.participationRatio) - participation) < 1e-6)
    #expect(record.resolvableRank == 128)
    #expect(record.error == nil)
  }

  @Test(
    "A path is the argument followed by what lies below it, as find prints it",
    arguments: [
      ("training", "training/run/x_epoch_1.npy"), ("training/", "training/run/x_epoch_1.npy"),
      ("./training", "./training/run/x_epoch_1.npy"), (".", "./training/run/x_epoch_1.npy"),
      ("training/run/x_epoch_1.npy", "training/run/x_epoch_1.npy"),
      ("training/../training", "training/../training/run/x_epoch_1.npy"),
    ])
  func paths(_ argument: String, _ path: String) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "training/run/x_epoch_1.npy")
    let records = try await Eigentop(["analyze", "--json", argument], in: directory).records()
    #expect(records.map(\.path) == [path])
  }

  @Test("An absolute argument gives absolute paths")
  func absolutePaths() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(FeatureMatrix(alpha: 1), to: "run/x.npy")
    let records = try await Eigentop(["analyze", "--json", directory.path.string], in: directory).records()
    #expect(records.map(\.path) == [file])
  }

  @Test(
    "Records come in the order of the arguments and then of names, numbers by value, however many threads there are")
  func order() async throws {
    let directory = try TemporaryDirectory()
    for epoch in [10, 2, 1] {
      try directory.write(FeatureMatrix(rows: 40, columns: 16, alpha: 1), to: "a/x_epoch_\(epoch).npy")
    }
    try directory.write(FeatureMatrix(alpha: 1), to: "b/x.npy")
    let run = try await Eigentop(["analyze", "--json", "--threads", "4", "b", "a", "b/x.npy"], in: directory)
    #expect(try run.records().map(\.path) == ["b/x.npy", "a/x_epoch_1.npy", "a/x_epoch_2.npy", "a/x_epoch_10.npy"])
  }

  @Test("Eigenvalues are those of the covariance, largest first, and add up to the total variance")
  func eigenvalues() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1.5), to: "x.npy")
    let records = try await Eigentop(["analyze", "--json", "--eigenvalues", "x.npy"], in: directory).records()
    let record = try #require(records.first)
    let eigenvalues = try #require(record.eigenvalues)
    let totalVariance = try #require(record.totalVariance)
    #expect(eigenvalues.count == 128)
    #expect(eigenvalues == eigenvalues.sorted(by: >))
    #expect(abs(eigenvalues.reduce(0, +) / totalVariance - 1) < 1e-12)
    // A wave of amplitude 1 has the variance 1/2; the covariance divides by N.
    #expect(abs(eigenvalues[0] - 0.5) < 1e-9)
    #expect(abs(eigenvalues[99] / eigenvalues[0] - pow(100, -1.5)) < 1e-9)
  }

  @Test("Without --eigenvalues there are none")
  func noEigenvalues() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "x.npy")
    let records = try await Eigentop(["analyze", "--json", "x.npy"], in: directory).records()
    #expect(records.map(\.eigenvalues) == [nil])
  }
}
