import Naming
import Testing

@Suite("Models, seeds and short names")
struct ModelTests {
  /// The names of the models that seeds are joined to: each group with its paths.
  private func groups(_ paths: [String]) -> [[String]] {
    let meanings = NameTree.meanings(root: "root", of: paths)
    let members = meanings.map { meaning in
      SeedJoin.Member(
        key: [meaning.family, meaning.layer ?? "", meaning.split?.rawValue ?? ""], noise: meaning.noise,
        seed: meaning.seed)
    }
    return SeedJoin.groups(members).map { $0.map { paths[$0] } }
  }

  /// Every combination of the words, between the pieces of a pattern.
  private func paths(_ pattern: String, _ words: [String], seeds: [Int]) -> [String] {
    words.flatMap { word in
      seeds.map { seed in
        let parts = pattern.split(separator: "WORD", omittingEmptySubsequences: false)
        return parts.joined(separator: word).split(separator: "SEED", omittingEmptySubsequences: false)
          .joined(separator: "\(seed)")
      }
    }
  }

  @Test(
    "Seeds are joined where all else is equal, wherever the words stand that tell models apart",
    arguments: [
      "WORD/seed_SEED/features_epoch_5.npy", "model=WORD,lr=0.1,seed=SEED/features_epoch_5.npy",
      "WORD_seedSEED/features.npy", "seed_SEED/WORD/features.npy", "seed_SEED/WORD.npy", "WORD_seed_SEED.npy",
      "runs/seed=SEED_net=WORD_lr=0.1/epoch=9.npy", "WORD/2024-03-05_12-30-0SEED/seed_SEED.npy",
      "WORD_sSEED/features.npy", "random_seed_SEED/WORD_bs256.npy", "WORD/run_SEED/seed_SEED/f.npy",
      "sweep/2024-03-05/12-30-00/SEED/model=WORD,seed=SEED/f.npy",
    ])
  func joined(pattern: String) {
    let words = ["resnet18", "vit_small", "barlow"]
    let paths = paths(pattern, words, seeds: [1, 2, 3])
    let groups = groups(paths)
    #expect(groups.count == words.count, "\(groups)")
    #expect(groups.allSatisfy { $0.count == 3 })
  }

  @Test("A loss in the name keeps no seeds apart")
  func losses() {
    let paths = (1...3).map { "lr=0.1_seed=\($0)/epoch=9-val_loss=0.3\($0).npy" }
    #expect(groups(paths) == [paths])
  }

  @Test("Splits, layers and settings are no pairs of seeds")
  func apart() {
    let paths = [
      "seed_1/train_features.npy", "seed_2/test_features.npy", "a/seed_1/layer3.npy", "a/seed_2/layer4.npy",
      "lr=0.1,seed=1/f.npy", "lr=0.2,seed=2/f.npy", "x/no_seed.npy", "y/no_seed.npy",
    ]
    #expect(groups(paths).count == paths.count)
  }

  @Test("Dates tell models apart where they have the same seeds")
  func repeatedSeeds() {
    let repeated = paths("2024-03-0WORD/seed_SEED/f.npy", ["5", "6"], seeds: [1, 2])
    #expect(groups(repeated).map(\.count) == [2, 2])
    #expect(groups(repeated).allSatisfy { Set($0.map { $0.prefix(10) }).count == 1 })
    #expect(groups(["2024-03-05/seed_1/f.npy", "2024-03-06/seed_2/f.npy"]).count == 1)
  }

  @Test("Eight files of one directory are eight models")
  func flat() {
    let names = ["barlow", "byol", "dino", "mae", "resnet50", "simclr", "supervised", "vit_b_16"]
    for pattern in ["features/WORD.npy", "WORD_features.npy", "emb/WORD_epoch_9.npy", "WORD-layer4.npy"] {
      let meanings = NameTree.meanings(root: "root", of: paths(pattern, names, seeds: [0]))
      #expect(Set(meanings.map(\.model)).count == 8, "\(pattern)")
    }
  }

  @Test("Checkpoints, shards and metrics of one network are one model")
  func one() {
    let meanings = NameTree.meanings(
      root: "root",
      of: [
        "a/epoch=09-val_loss=0.32.npy", "a/epoch=19-val_loss=0.28.npy", "a/epoch=19-val_loss=0.28-v1.npy", "a/last.npy",
        "a/best.npy", "a/checkpoint-500.npy", "a/checkpoint-final.npy", "a/step_10/rank0.npy",
      ])
    #expect(Set(meanings.map(\.model)) == ["a"])
    #expect(Set(meanings.map(\.directories)) == [["a"]])
  }

  @Test("A metric of the log is no setting")
  func logged() throws {
    let meaning = try #require(NameTree.meanings(root: "", of: ["lr=0.1/quality=0.3_epoch=9.npy"]).first)
    #expect(meaning.settings == ["lr": .number(0.1), "quality": .number(0.3)])
    let known = meaning.recognizing(metrics: ["quality", "loss"])
    #expect(known.settings == ["lr": .number(0.1)] && known.metrics == ["quality": 0.3])
    #expect(known.model == "lr=0.1" && known.moment?.epoch == 9)
    #expect(known.components.flatMap(\.parts).contains { $0.phrase == "the log of the run has `quality`" })
  }

  @Test(
    "A text is compared without seeds and dates",
    arguments: [
      ("logs/barlow_seed1/2024-03-05_12-30-00", "logs/barlow"), ("resnet18", "resnet18"), ("seed_3", ""),
      ("/data/imagenet", "/data/imagenet"), ("run-20240305_123000-ab12cd34", ""), ("adam_lr_0.1", "adam_lr_0.1"),
    ])
  func texts(text: String, expected: String) {
    #expect(SettingName.comparable(text) == expected || "/" + SettingName.comparable(text) == expected)
  }

  @Test("Seeds among settings are known, nested ones, too")
  func seedSettings() {
    #expect(
      ["seed", "data.seed", "random_seed", "trainer.Seed", "seed_everything", "random_state"].allSatisfy(
        SettingName.isSeed))
    #expect(!["seeds", "seeded", "speed", "seed.lr", ""].contains(where: SettingName.isSeed))
  }
}
