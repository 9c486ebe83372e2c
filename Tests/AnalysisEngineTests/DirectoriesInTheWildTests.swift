import Analysis
import AnalysisEngine
import Figures
import FileFixtures
import NumericalTesting
import SystemPackage
import Testing

@Suite("Directories as people have them")
struct DirectoriesInTheWildTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func dump(seed: UInt64 = 1) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    return float64((0..<60).map { _ in (0..<12).map { _ in Double.random(in: -1...1, using: &generator) } })
  }

  private func write(_ names: [String]) throws {
    for (number, name) in names.enumerated() {
      try directory.write(dump(seed: UInt64(number + 1)), to: FilePath(name))
    }
  }

  private func models(_ selection: ModelSelection) async -> [[String]] {
    let session = await Session.run([directory.path])
    return session.finished.sweepModels(selection, having: []).map { $0.records.map(\.dump.run).sorted() }.sorted {
      $0.joined() < $1.joined()
    }
  }

  @Test("A file for every network in one directory is as many models, whatever the order in which they are found")
  func flat() async throws {
    let names = ["resnet50", "resnet18", "vit_b_16", "dino", "mae", "byol", "clip-vit", "supervised"]
    try write(names.map { "features/\($0).npy" })
    for selection in [ModelSelection.lastCheckpoints, .joinedSeeds] {
      #expect(await models(selection) == names.sorted().map { ["features/\($0)"] })
    }
  }

  @Test("Networks times seeds are one model for each network, by directories, words and settings")
  func networksAndSeeds() async throws {
    try write(
      ["resnet18", "vit_small"].flatMap { network in
        (1...3).flatMap { seed in
          [
            "\(network)/seed_\(seed)/features_epoch_3.npy", "flat/\(network)_seed\(seed)_epoch_3.npy",
            "model=\(network),lr=0.1,seed=\(seed)/epoch=3-val_loss=0.\(seed).npy",
          ]
        }
      })
    let joined = await models(.joinedSeeds)
    #expect(joined.map(\.count) == [Int](repeating: 3, count: 6))
    for runs in joined { #expect(Set(runs.map { $0.contains("vit_small") }).count == 1, "\(runs)") }
  }

  @Test("Seeds are joined only where all other settings are equal, lists and words of configurations included")
  func settings() async throws {
    for (number, text) in [
      "act: GELU\nseed: 1", "act: GELU\nseed: 2", "act: ReLU\nseed: 1", "dims: [1, 2]\nact: ReLU\nseed: 2",
    ].enumerated() {
      try directory.write(dump(), to: FilePath("version_\(number)/features.npy"))
      try directory.write(Array(text.utf8), to: FilePath("version_\(number)/hparams.yaml"))
    }
    #expect(await models(.joinedSeeds) == [["version_0", "version_1"], ["version_2"], ["version_3"]])
  }

  @Test("Train and test dumps of a network are one model, which the held-out one stands for")
  func splits() async throws {
    try write(["run/train_features_epoch_3.npy", "run/test_features_epoch_3.npy", "other/train_features_epoch_3.npy"])
    let session = await Session.run([directory.path])
    let models = session.finished.sweepModels(.lastCheckpoints, having: [])
    #expect(Set(models.map(\.representative.dump.split)) == [.test, .train] && models.count == 2)
  }

  @Test("What is passed over is counted and told with its first reason, and costs nothing else")
  func passedOver() async throws {
    let object = npy("|O", [4, 2], [])
    for name in ["a.npy", "b.npy", "c.npy"] { try directory.write(object, to: FilePath("run/\(name)")) }
    let sound = try directory.write(dump(), to: "run/features.npy")
    let session = await Session.run([directory.path])
    #expect(session.finished.map(\.dump.path) == [sound])
    let problem = try #require(session.problems.first)
    #expect(session.problems.count == 1)
    #expect(problem.contains("run/a.npy: passed over") && problem.contains("and 2 more like it"))
  }

  @Test("A gap in a numbered set of files is an error that names the number")
  func gap() async throws {
    try write([0, 1, 2, 4, 5].map { "run/img_emb_\($0).npy" })
    let session = await Session.run([directory.path])
    #expect(session.finished.map(\.failure?.code) == [.missingShard])
    #expect(session.finished.first?.failure?.message == "number 3 of its files is missing")
  }

  @Test("Bytes behind an array are warned about, as many as there are")
  func bytesBehind() async throws {
    let file = try directory.write(dump() + dump(seed: 2), to: "run/features.npy")
    let record = try #require(await Session.run([directory.path]).record(of: file))
    #expect(record.shape?.sampleCount == 60)
    let warning = try #require(record.warnings.first { $0.code == .bytesBehind })
    #expect(warning.message.contains("\(dump().count) bytes are not read"))
    let whole = try directory.write(dump(), to: "run/whole.npy")
    let sound = await Session.run([directory.path]).record(of: whole)
    #expect(sound?.warnings.contains { $0.code == .bytesBehind } == false)
  }

  @Test("Of the log that Keras writes the held-out accuracy is the accuracy")
  func keras() async throws {
    let file = try directory.write(dump(), to: "run/features_epoch_1.npy")
    try directory.write(
      Array("epoch,accuracy,loss,val_accuracy,val_loss\n0,0.5,1,0.4,1\n1,0.9,0.5,0.3,1\n".utf8), to: "run/training.log")
    let record = try #require(await Session.run([directory.path]).record(of: file))
    #expect(record.accuracy?.name == "val_accuracy" && record.accuracy?.value == 0.3)
  }
}
