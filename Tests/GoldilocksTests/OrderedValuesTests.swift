import Goldilocks
import Testing

@Suite("Numbers in order")
struct OrderedValuesTests {
  @Test("The largest is first, or the nearest to an aim, and equal ones share a rank")
  func order() {
    let values: [Double] = [0.8, 1.3, 0.8, .nan, 2]
    let largest = OrderedValues(values, toward: nil).places
    #expect(largest.map(\.index) == [4, 1, 0, 2] && largest.map(\.rank) == [1, 2, 3, 3])
    #expect(largest.map(\.isTied) == [false, false, true, true])
    let nearest = OrderedValues([0.5, 1.5, 1.25, 3], toward: 1).places
    #expect(nearest.map(\.index) == [2, 0, 1, 3] && nearest.map(\.rank) == [1, 2, 2, 4])
    #expect(OrderedValues([], toward: 1).places.isEmpty)
  }
}
