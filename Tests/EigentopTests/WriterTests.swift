import FileFixtures
import Foundation
import Testing

@Suite(
  "The writer for trainers",
  .enabled("python3 with numpy is needed") { (try? await Python.hasNumpy) ?? false })
struct WriterTests {
  /// What the training expects the records of one of its runs to say.
  private struct ExpectedRun: Decodable {
    var hyperparameters: [String: Double]
    var seed: Int
    /// By epoch.
    var metrics: [String: [String: Double]]
  }

  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// Leaves `runs`, `saved` and `expected.json` in the directory.
  private func train() async throws {
    let sampleData = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "SampleData")
    let training = try await Python(script: "train.py", [sampleData.path, "."], in: directory)
    try #require(training.status == 0, "\(training.errors)")
  }

  @Test("Every dump of a training is found, with its run, epoch, settings, seed and metrics")
  func everythingIsFound() async throws {
    try await train()
    let expected = try JSONDecoder().decode([String: ExpectedRun].self, from: directory.read("expected.json"))
    let analysis = try await Eigentop(["analyze", "--json", "runs"], in: directory)
    #expect(analysis.status == 0, "\(analysis.errors)")
    let records = try analysis.records().filter { $0.run != "broken" }
    #expect(records.count == expected.values.reduce(0) { $0 + $1.metrics.count })
    for record in records {
      let run = try #require(expected[record.run])
      let epoch = try #require(record.checkpoint?.epoch)
      let metrics = try #require(run.metrics["\(epoch)"])
      #expect(record.path == "runs/\(record.run)/features_epoch_00\(epoch).npy")
      #expect(record.hyperparameters == run.hyperparameters)
      #expect(record.seed == run.seed)
      // One that was logged earlier is carried; one that is logged later says nothing yet.
      #expect(record.metrics.filter { metrics[$0.key] != nil } == metrics)
      let earlier = run.metrics.filter { (Int($0.key) ?? 0) <= epoch }.flatMap { $0.value.keys }
      #expect(Set(record.metrics.keys) == Set(earlier))
      #expect([record.sampleCount, record.featureCount] == [512, 128])
    }
    for (name, run) in expected {
      let losses = run.metrics.sorted { $0.key < $1.key }.compactMap { $0.value["train_loss"] }
      #expect(losses == losses.sorted(by: >), "\(name) has not learned: \(losses)")
    }
  }

  @Test("Its dumps have the spectra of the same features saved by numpy")
  func sameNumbers() async throws {
    try await train()
    var spectra: [[String: [Double]]] = []
    for root in ["runs", "saved"] {
      let records = try await Eigentop(["analyze", "--json", "--eigenvalues", root], in: directory).records()
      let named = try records.map { record in
        ("\(record.run) \(record.checkpoint?.epoch ?? -1)", [try #require(record.alpha)] + (record.eigenvalues ?? []))
      }
      spectra.append(Dictionary(uniqueKeysWithValues: named))
    }
    #expect(spectra[0].count == 7)
    #expect(spectra[0].values.allSatisfy { $0.count == 129 })
    #expect(spectra[0] == spectra[1])
  }

  @Test("A heartbeat tells a run that has finished from one that has failed")
  func heartbeats() async throws {
    struct Heartbeat: Decodable, Equatable {
      var state: String
      var interval: Double
      var epoch: Int?
    }
    try await train()
    let states = try ["slow", "fast", "broken"].map {
      try JSONDecoder().decode(Heartbeat.self, from: directory.read("runs/\($0)/heartbeat"))
    }
    #expect(
      states == [
        Heartbeat(state: "finished", interval: 600, epoch: 4), Heartbeat(state: "finished", interval: 600, epoch: 4),
        Heartbeat(state: "failed", interval: 600, epoch: 0),
      ])
  }

  @Test("Settings arrive as they were given, whatever is in them")
  func settings() async throws {
    let script = try await Python(script: "settings.py", in: directory)
    try #require(script.status == 0, "\(script.errors)")
    let expected = try JSONSerialization.jsonObject(with: Data(script.output.utf8)) as? NSDictionary
    let analysis = try await Eigentop(["analyze", "--json", "run"], in: directory)
    let records = try JSONSerialization.jsonObject(with: Data(analysis.output.utf8)) as? [[String: Any]]
    let record = try #require(records?.first)
    #expect(record["hyperparameters"] as? NSDictionary == expected)
    #expect(record["seed"] as? Int == 3)
    #expect(!analysis.errors.contains("hparams.yaml"), "\(analysis.errors)")
  }

  @Test("Files are whole or not there, and a full disk, tensors and torn logs are survived")
  func promises() async throws {
    let tests = try await Python(script: "test_writer.py", in: directory)
    #expect(tests.status == 0, "\(tests.errors)")
  }
}
