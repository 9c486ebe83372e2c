import Charts
import Testing

@Suite("Aggregation")
struct AggregationTests {
  /// A curve with one needle of one point.
  private let noisy: [UnitPoint] = (0..<10_000).map { index in
    let noise = Double(index * 7_919 % 101) / 1000
    return UnitPoint(x: Double(index) / 10_000, y: index == 7_654 ? 1 : noise)
  }

  @Test("A needle of one point among ten thousand survives")
  func needle() {
    #expect(noisy.aggregated(intoColumns: 50).contains { $0.y == 1 })
  }

  @Test("Every column keeps its first, last, lowest and highest point and no more")
  func extremes() {
    let shown = noisy.aggregated(intoColumns: 50)
    for column in 0..<50 {
      let all = noisy.filter { Int($0.x * 50) == column }
      let kept = shown.filter { Int($0.x * 50) == column }
      #expect(kept.count <= 4)
      #expect(kept.first == all.first && kept.last == all.last)
      #expect(kept.map(\.y).min() == all.map(\.y).min())
      #expect(kept.map(\.y).max() == all.map(\.y).max())
    }
  }

  @Test("Fewer points than columns stay as they are")
  func few() {
    let few = Array(noisy.prefix(20))
    #expect(few.aggregated(intoColumns: 20) == few)
    #expect(few.aggregated(intoColumns: 0) == few)
  }
}
