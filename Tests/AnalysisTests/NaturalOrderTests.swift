import Analysis
import NumericalTesting
import SystemPackage
import Testing

@Suite("Natural order")
struct NaturalOrderTests {
  @Test(
    "Numbers count as numbers, everything else as bytes",
    arguments: [
      ("epoch_2", "epoch_10"), ("a", "b"), ("a", "a1"), ("a1b2", "a1b10"), ("a01", "a2"), ("a01", "a1"), ("", "a"),
      ("9", "10"), ("99999999999999999999998", "99999999999999999999999"), ("x0", "x1"), ("x", "x0"), ("a2", "aa"),
    ])
  func pairs(a: String, b: String) {
    #expect(NaturalOrder.precedes(a, b))
    #expect(!NaturalOrder.precedes(b, a))
  }

  @Test(
    "What is in a directory stays together, and follows what is beside it by the numbers in its name",
    arguments: [
      ("sweep/a", "sweep-2/a"), ("run_2/epoch_10", "run_10/epoch_2"), ("run", "run/a"), ("run/z", "run a"),
      ("run_1/b", "run_1b"),
    ])
  func paths(a: String, b: String) {
    #expect(NaturalOrder.precedes(FilePath(a), FilePath(b)))
    #expect(!NaturalOrder.precedes(FilePath(b), FilePath(a)))
  }

  @Test("Paths that are not UTF-8 are told apart by their bytes")
  func bytes() {
    let paths = [[CChar](arrayLiteral: -2, 0), [CChar](arrayLiteral: -1, 0)].map { name in
      name.withUnsafeBufferPointer { $0.baseAddress.map { FilePath(platformString: $0) } ?? "" }
    }
    #expect(NaturalOrder.precedes(paths[0], paths[1]) && !NaturalOrder.precedes(paths[1], paths[0]))
    #expect(!NaturalOrder.precedes(paths[0], paths[0]))
  }

  @Test("It is a strict total order on any bytes")
  func isTotal() {
    // Few letters, so that equal numbers, leading zeros and common prefixes are frequent.
    let alphabet = Array("0012a_/".utf8) + [0xff]
    var generator = SeededGenerator(seed: 1)
    let names = (0..<60).map { _ in
      (0..<Int.random(in: 0...5, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    }
    for a in names {
      for b in names {
        let precedes = NaturalOrder.precedes(a.span, b.span)
        #expect([precedes, NaturalOrder.precedes(b.span, a.span), a == b].count { $0 } == 1, "\(a) \(b)")
        guard precedes else { continue }
        let between = names.first { NaturalOrder.precedes(b.span, $0.span) && !NaturalOrder.precedes(a.span, $0.span) }
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
      #expect(NaturalOrder.precedes("e\(zeros)\(a).npy", "e\(b).npy") == (a < b))
    }
  }
}
