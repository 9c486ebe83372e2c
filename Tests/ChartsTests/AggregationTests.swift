import Charts
import Testing

@Suite("Aggregation")
struct AggregationTests {
  /// A curve with one needle of one point.
  private let noisy: [DataPoint] = (0..<10_000).map { index in
    let noise = Double(index * 7_919 % 101) / 1000
    return DataPoint(x: (Double(index) + 0.5) / 10_000, y: index == 7_654 ? 1 : noise)
  }

  private func outline(columns: Int, _ kind: Scale.Kind = .linear, from lower: Double = 0) -> CurveOutline {
    let chart = Chart(
      xAxis: Axis(scale: Scale(kind, from: lower, to: 1)), yAxis: Axis(scale: Scale(.linear, from: 0, to: 1)))
    return CurveOutline(chart, columns: columns)
  }

  @Test("A needle of one point among ten thousand survives")
  func needle() {
    #expect(outline(columns: 50).polylines(through: noisy).joined().contains { $0.y == 1 })
  }

  @Test("Every column keeps its first, last, lowest and highest point and no more")
  func extremes() throws {
    let polylines = outline(columns: 50).polylines(through: noisy)
    #expect(polylines.count == 1)
    let shown = try #require(polylines.first)
    for column in 0..<50 {
      let all = noisy.filter { Int($0.x * 50) == column }.map { UnitPoint(x: $0.x, y: $0.y) }
      let kept = shown.filter { Int($0.x * 50) == column }
      #expect(kept.count <= 4)
      #expect(kept.first == all.first && kept.last == all.last)
      #expect(kept.map(\.y).min() == all.map(\.y).min())
      #expect(kept.map(\.y).max() == all.map(\.y).max())
    }
  }

  @Test("On a logarithmic axis columns are those of the axis")
  func logarithmic() {
    let shown = outline(columns: 50, .logarithmic, from: 1e-4).polylines(through: noisy).joined()
    for column in 0..<50 { #expect(shown.count { Int($0.x * 50) == column } <= 4) }
    #expect(shown.contains { $0.y == 1 })
    #expect(shown.count < 200)
  }

  @Test("Fewer points than columns stay as they are")
  func few() {
    let few = Array(noisy.prefix(20))
    #expect(outline(columns: 20).polylines(through: few) == [few.map { UnitPoint(x: $0.x, y: $0.y) }])
    #expect(outline(columns: 0).polylines(through: []).isEmpty)
  }

  @Test("A point without a position ends a polyline, in a dense curve and in a sparse one")
  func interrupted() {
    for stride in [1, 1000] {
      var points = Swift.stride(from: 0, to: 10_000, by: stride).map { noisy[$0] }
      points[points.count / 2].y = .nan
      #expect(outline(columns: 50).polylines(through: points).count == 2)
    }
  }

  @Test("A curve that comes from far outside enters where it does")
  func outside() throws {
    let points = (-10_000...10_000).map { DataPoint(x: Double($0) / 10_000, y: 0.5 + Double($0) / 20_000) }
    let shown = try #require(outline(columns: 50).polylines(through: points).first)
    #expect(shown.contains { $0.x < 0 && $0.x > -0.001 })
    #expect(shown.count < 210)
  }
}
