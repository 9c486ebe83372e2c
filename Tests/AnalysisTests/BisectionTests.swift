import Analysis
import Testing

@Suite("Bisection")
struct BisectionTests {
  @Test("It finds the first of those behind, wherever it is", arguments: 0...9)
  func everywhere(_ count: Int) {
    for first in 0...count {
      #expect(Array(0..<count).bisectedIndex(where: { $0 >= first }) == first)
    }
  }

  @Test("Of equals it finds the first, or the place behind the last")
  func equals() {
    let numbers = [1, 2, 2, 2, 3]
    #expect(numbers.bisectedIndex(where: { $0 >= 2 }) == 1)
    #expect(numbers.bisectedIndex(where: { $0 > 2 }) == 4)
  }
}
