import Statistics
import Testing

@Suite("numpy's random numbers")
struct MersenneTwisterTests {
  @Test("Permutations are numpy's, of any length and seed")
  func permutations() throws {
    for expected in try Reference.numbers().permutations {
      var generator = MersenneTwister(seed: expected.seed)
      #expect(generator.permutation(expected.count) == expected.order, "seed \(expected.seed), n \(expected.count)")
    }
  }

  @Test("Draws with replacement are numpy's")
  func draws() throws {
    for expected in try Reference.numbers().draws {
      var generator = MersenneTwister(seed: expected.seed)
      #expect(generator.draws(of: expected.count) == expected.order, "seed \(expected.seed), n \(expected.count)")
    }
  }

  @Test("Nothing is shuffled where there is nothing", arguments: [-1, 0, 1])
  func few(count: Int) {
    var generator = MersenneTwister(seed: 3)
    #expect(generator.permutation(count) == Array(0..<max(0, count)))
    #expect(generator.draws(of: count) == Array(repeating: 0, count: max(0, count)))
  }
}
