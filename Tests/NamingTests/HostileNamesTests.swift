import Naming
import Testing

@Suite("Hostile names")
struct HostileNamesTests {
  static let pieces = [
    "a", "1", "_", "-", "=", ",", ".", "e", "E", "+", "*", "(", ")", "[", "]", "{", " ", "s1", "epoch", "seed", "layer",
    "conv", "best", "of", "20240305", "12", "0676ba61", "rank", "shard", "view", "val", "loss", "lr", "true", "T", "~",
    "\u{FFFD}", "é", "𝛼", "weights", "checkpoint", "tokens4B", "99999999999999999999", "1e999", "9223372036854775807",
    ".5", "down_blocks.1", "h.", "..", "&", ";", ":", "100%", "\n", "\0",
  ]

  @Test("Nothing traps, whatever stands beside what", arguments: 0..<40)
  func anything(seed: UInt64) {
    var generator = SplitMix(state: seed)
    var tree = NameTree(root: "root")
    for _ in 0..<60 {
      let count = Int.random(in: 0...12, using: &generator)
      let name = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      tree.insert("\(name)/\(name).npy", arrayCount: Int.random(in: 0...3, using: &generator))
      let meaning = tree.meaning(of: "\(name)/\(name).npy", array: count % 2 == 0 ? name : nil)
      for component in meaning.components {
        // All of the name but separators is in some part, once and in order.
        #expect(component.parts.map(\.text).joined().bare == component.name.bare, "\(component.name)")
      }
      _ = MetricName(name).precedes(MetricName("val_acc"))
      _ = SettingName.comparable(name)
    }
  }

  @Test("Numbers that overflow are no moments, seeds or sizes")
  func overflow() {
    for number in ["99999999999999999999", "1e999", "-1", "1.5", "0x10"] {
      let meaning = NameTree.meanings(root: "", of: ["epoch_\(number)_seed_\(number).npy"])[0]
      #expect(meaning.moment == nil && meaning.seed == nil, "\(number)")
    }
    #expect(NameTree.meanings(root: "", of: ["step_9223372036854775807.npy"])[0].moment?.step == .max)
  }

  @Test("A name of thousands of tokens takes time for each of them once", arguments: pieces)
  func long(piece: String) {
    // Anything quadratic would take minutes.
    let name = String(repeating: piece + "_", count: 60_000 / (piece.utf8.count + 1))
    var tree = NameTree(root: "root")
    tree.insert("a/\(name)1.npy")
    #expect(!tree.meaning(of: "a/\(name)1.npy").components.isEmpty)
    _ = MetricName(name)
  }
}

extension String {
  /// Without what may stand between tokens.
  fileprivate var bare: String { filter { !"_-=,;: +&()~[]{}.".contains($0) } }
}
