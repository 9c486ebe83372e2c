import Charts
import Testing

@Suite("Charts")
struct ChartTests {
  private func chart(y kind: Scale.Kind, _ ys: [Double]) -> Chart {
    Chart(
      xAxis: Axis(scale: Scale(.linear, from: 0, to: 10)), yAxis: Axis(scale: Scale(kind, from: 1, to: 10)),
      marks: [
        Mark(.line(ys.enumerated().map { DataPoint(x: Double($0), y: $1) }), role: .series(0)),
        Mark(.horizontalRule(y: -1), role: .reference),
      ])
  }

  @Test("Values that a logarithmic axis cannot show are counted and named")
  func hiddenOnLogarithmic() {
    let chart = chart(y: .logarithmic, [5, 0, -1, -0.5, .nan, .infinity, 1e9])
    #expect(chart.hiddenValues == HiddenValues(nonPositive: 3, nonFinite: 2))
    #expect(chart.hiddenValues.count == 5)
    #expect(chart.hiddenValues.notes == ["3 values ≤ 0 hidden", "2 values not finite hidden"])
  }

  @Test(
    "A point is counted once: neither its error bar nor the line through the points counts beside a series with a name")
  func hiddenOnce() {
    let points = [0, 3, 7].map { DataPoint(x: 1, y: $0) }
    var chart = chart(y: .logarithmic, [])
    chart.marks = [
      Mark(.line(points), role: .fit), Mark(.errorBars(points.map { ErrorBar(point: $0) }), role: .dimmed),
      Mark(.points(points), role: .series(0), name: "models"),
    ]
    #expect(chart.hiddenValues.notes == ["1 value ≤ 0 hidden"])
  }

  @Test("A linear axis hides only what is not finite")
  func hiddenOnLinear() {
    let chart = chart(y: .linear, [5, 0, -1, .nan])
    #expect(chart.hiddenValues.notes == ["1 value not finite hidden"])
  }

  @Test("A chart that shows everything has nothing to note")
  func nothingHidden() {
    #expect(chart(y: .logarithmic, [1, 2, 3]).hiddenValues.notes.isEmpty)
  }
}
