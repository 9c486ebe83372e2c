import Naming
import Testing

@Suite("Trees of names")
struct NameTreeTests {
  /// Names that mean something by themselves or among others, to make trees of.
  private static let directories = [
    "resnet18", "vit_small", "seed_1", "seed_2", "s1", "s2", "s3", "conv4", "conv5", "train", "test", "epoch_3",
    "2024-03-05", "0", "1", "bs256", "bs512", "lr=0.1,model=a", "lr=0.2,model=b", "layer3", "run_1", "version_0",
    "ab12cd34", "a_t0.1", "a_t0.5",
  ]
  private static let files = [
    "features_epoch_3.npy", "features.npy", "net_s1.npy", "net_s2.npy", "net-0676ba61.npy", "net-11ad3fa6.npy",
    "avgpool.npy", "layer4.npy", "bs64.npy", "bs32.npy", "features_float16.npy", "epoch=9-val_loss=0.3.npy",
    "last.npy", "test_features.npy", "img_emb_3.npy",
  ]

  private func paths(_ generator: inout some RandomNumberGenerator) -> [String] {
    (0..<40).map { _ in
      let depth = Int.random(in: 0...3, using: &generator)
      let way = (0..<depth).map { _ in Self.directories.randomElement(using: &generator) ?? "" }
      return (way + [Self.files.randomElement(using: &generator) ?? ""]).joined(separator: "/")
    }
  }

  @Test("A tree means the same whatever the order in which its files come, and go", arguments: 0..<60)
  func order(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let paths = Array(Set(paths(&generator))).sorted()
    let once = NameTree.meanings(root: "root", of: paths)
    var tree = NameTree(root: "root")
    for path in paths.shuffled(using: &generator) { tree.insert(path) }
    #expect(paths.map { tree.meaning(of: $0) } == once)
    // Others come, are read, and go again.
    for path in self.paths(&generator) where !paths.contains(path) {
      tree.insert(path)
      _ = tree.meaning(of: path)
      tree.remove(path)
    }
    for path in paths.shuffled(using: &generator).prefix(20) {
      tree.remove(path)
      _ = tree.meaning(of: paths[0])
      tree.insert(path)
    }
    #expect(paths.map { tree.meaning(of: $0) } == once)
  }

  @Test("Files whose meaning changes lie below the directories that are told", arguments: 0..<40)
  func changes(seed: UInt64) {
    var generator = SplitMix(state: seed)
    var tree = NameTree(root: "root")
    var known: [String: NameMeaning] = [:]
    for path in paths(&generator) {
      let removes = Int.random(in: 0..<4, using: &generator) == 0
      if removes, let old = known.keys.sorted().randomElement(using: &generator) {
        known[old] = nil
        tree.remove(old)
      } else {
        tree.insert(path)
        known[path] = tree.meaning(of: path)
      }
      let changed = tree.takeChanged()
      for (path, old) in known {
        let new = tree.meaning(of: path)
        let isTold = changed.contains { $0.isEmpty || path.hasPrefix($0 + "/") }
        #expect(new == old || isTold, "\(path) is another among \(known.keys.sorted())")
        known[path] = new
      }
    }
  }

  @Test("One file more in a directory is no news about the others, unless it is")
  func news() {
    var tree = NameTree(root: "root")
    for epoch in 0..<10 { tree.insert("a/b/features_epoch_\(epoch).npy") }
    #expect(tree.takeChanged() == [], "nobody has asked")
    _ = tree.meaning(of: "a/b/features_epoch_3.npy")
    tree.insert("a/b/features_epoch_10.npy")
    #expect(tree.takeChanged() == [])
    tree.insert("a/b/net_s1.npy")
    tree.insert("a/b/net_s2.npy")
    #expect(tree.takeChanged() == ["a/b"])
    tree.remove("a/b/net_s1.npy")
    #expect(tree.takeChanged() == ["a/b"])
    tree.remove("a/b/nothing.npy")
    tree.remove("a/c/nothing.npy")
    #expect(tree.takeChanged() == [])
  }

  @Test("A file that nobody inserted is read alone")
  func unknown() {
    var tree = NameTree(root: "lr_0.1")
    #expect(tree.meaning(of: "x/seed_1/f_epoch_3.npy").summary == "x/seed_1/f | epoch 3 | seed 1 | lr=0.1")
    #expect(tree.meaning(of: "").summary == "lr=0.1")
    tree.insert("")
    tree.insert("dir/")
    #expect(tree.meaning(of: "/a//b.npy").model == "a/b")
  }
}

/// A generator that can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
