import NumericalTesting
import Testing

@testable import RunCatalog

@Suite("Natural order")
struct NaturalOrderTests {
  @Test(
    "Numbers count as numbers, everything else as bytes",
    arguments: [
      ("epoch_2", "epoch_10"), ("a", "b"), ("a", "a1"), ("a1b2", "a1b10"), ("a01", "a2"), ("a01", "a1"), ("", "a"),
      ("9", "10"), ("99999999999999999999998", "99999999999999999999999"), ("x0", "x1"), ("x", "x0"), ("a2", "aa"),
    ])
  func pairs(a: String, b: String) {
    #expect(NaturalOrder.precedes(Array(a.utf8), Array(b.utf8)))
    #expect(!NaturalOrder.precedes(Array(b.utf8), Array(a.utf8)))
  }

  @Test("It is a strict total order on any bytes")
  func isTotal() {
    // Few letters, so that equal numbers, leading zeros and common prefixes are frequent.
    let alphabet = Array("0012a_".utf8) + [0xff]
    var generator = SeededGenerator(seed: 1)
    let names = (0..<60).map { _ in
      (0..<Int.random(in: 0...5, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    }
    for a in names {
      for b in names {
        let precedes = NaturalOrder.precedes(a, b)
        #expect([precedes, NaturalOrder.precedes(b, a), a == b].count { $0 } == 1, "\(a) \(b)")
        guard precedes else { continue }
        let between = names.first { NaturalOrder.precedes(b, $0) && !NaturalOrder.precedes(a, $0) }
        #expect(between == nil, "\(a) \(b)")
      }
    }
  }

  @Test("Numbered names sort as their numbers, with and without leading zeros")
  func numbers() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<500 {
      let a = Int.random(in: 0...2000, using: &generator)
      let b = Int.random(in: 0...2000, using: &generator)
      let zeros = String(repeating: "0", count: Int.random(in: 0...3, using: &generator))
      guard a != b else { continue }
      #expect(NaturalOrder.precedes(Array("e\(zeros)\(a).npy".utf8), Array("e\(b).npy".utf8)) == (a < b))
    }
  }
}
