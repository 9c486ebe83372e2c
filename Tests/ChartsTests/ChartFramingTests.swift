import Charts
import NumericalTesting
import Testing

@Suite("Looking closer")
struct ChartFramingTests {
  private static let kinds = [Scale.Kind.linear, .logarithmic, .symmetricLogarithmic]

  private func chart(_ kind: Scale.Kind = .logarithmic) -> Chart {
    let points = (1...256).map { DataPoint(x: Double($0), y: 1 / Double($0)) }
    return Chart(
      xAxis: Axis(scale: Scale(kind, fitting: points.map(\.x)), tickFormat: .integer),
      yAxis: Axis(scale: Scale(.logarithmic, fitting: points.map(\.y), margin: 0.03), tickFormat: .powersOfTen),
      marks: [Mark(.line(points), role: .series(0), name: "λ")])
  }

  /// The share of the chart's own x axis that is shown.
  private func width(_ framing: ChartFraming, _ chart: Chart) throws -> Double {
    let shown = chart.framed(framing).xAxis.scale
    let own = chart.framed(ChartFraming(xKind: framing.xKind)).xAxis.scale
    let (lower, upper) = (own.position(of: shown.lower), own.position(of: shown.upper))
    return try #require(upper) - (try #require(lower))
  }

  @Test("Nothing asked for changes nothing")
  func identity() {
    #expect(chart().framed(ChartFraming()) == chart())
    #expect(!ChartFraming().isZoomed)
  }

  @Test("Zoomed in and out again the chart is as it was", arguments: kinds, 0..<20 as Range<UInt64>)
  func unzoom(kind: Scale.Kind, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let chart = chart(kind)
    var framing = ChartFraming()
    let about = Double.random(in: 0...1, using: &random)
    let factors = (0..<5).map { _ in Double.random(in: 1.1...3, using: &random) }
    for factor in factors { framing.zoom(by: factor, about: about, of: chart) }
    #expect(framing.isZoomed)
    for factor in factors { framing.zoom(by: 1 / factor, about: about, of: chart) }
    #expect(chart.framed(framing) == chart)
  }

  @Test("A zoom keeps the value under the pointer where it is", arguments: kinds)
  func about(kind: Scale.Kind) throws {
    let chart = chart(kind)
    for position in [0, 0.2, 0.7, 1] {
      var framing = ChartFraming()
      framing.zoom(by: 2, about: position, of: chart)
      let value = chart.xAxis.scale.value(at: position)
      let shown = try #require(chart.framed(framing).xAxis.scale.position(of: value))
      #expect(abs(shown - position) < 1e-9)
      #expect(abs(try width(framing, chart) - 0.5) < 1e-9)
    }
  }

  @Test("y follows what x shows, and shows all of that")
  func refit() throws {
    let chart = chart()
    let framed = chart.framed(ChartFraming(x: 10...20))
    let scale = framed.yAxis.scale
    let (top, bottom) = (try #require(scale.position(of: 1.0 / 10)), try #require(scale.position(of: 1.0 / 20)))
    #expect(bottom > 0.02 && bottom < 0.08)
    #expect(top < 0.98 && top > 0.92)
  }

  @Test("A curve that only passes counts where it passes the edges, straight as it is drawn")
  func crossing() throws {
    var chart = chart()
    // On log-log axes straight through (10, 10⁻³) and (1000, 10⁻¹): at 20 and 200 it is at 0.002 and 0.02.
    chart.xAxis.scale = Scale(.logarithmic, from: 1, to: 1000)
    chart.yAxis.scale = Scale(.logarithmic, from: 1e-4, to: 1)
    chart.marks = [Mark(.line([DataPoint(x: 10, y: 1e-3), DataPoint(x: 1000, y: 0.1)]), role: .series(0))]
    let scale = chart.framed(ChartFraming(x: 20...200)).yAxis.scale
    let (bottom, top) = (try #require(scale.position(of: 0.002)), try #require(scale.position(of: 0.02)))
    #expect(bottom > 0.02 && bottom < 0.08)
    #expect(top < 0.98 && top > 0.92)
    let points = [AreaPoint(x: 10, low: 1e-3, high: 0.2), AreaPoint(x: 1000, low: 1e-3, high: 0.2)]
    chart.marks.append(Mark(.area(points), role: .fitRange))
    let domain = chart.framed(ChartFraming(x: 20...200)).yAxis.scale.domain
    #expect(domain.contains(0.2) && domain.contains(1e-3))
  }

  @Test("A curve that ends before the edge, or is interrupted there, passes nothing")
  func noCrossing() {
    var chart = chart()
    let points = [
      DataPoint(x: 1, y: 0.9), DataPoint(x: 5, y: 0.9), DataPoint(x: .nan, y: 1), DataPoint(x: 250, y: 0.9),
    ]
    chart.marks.append(Mark(.line(points), role: .series(1)))
    #expect(chart.framed(ChartFraming(x: 10...20)).yAxis.scale.upper < 0.2)
  }

  @Test("What the chart leaves out stays out when it is looked at closer")
  func leftOut() {
    var chart = chart()
    chart.marks.append(Mark(.line([DataPoint(x: 15, y: 1e-17)]), role: .dimmed))
    #expect(chart.framed(ChartFraming(x: 10...20)).yAxis.scale.lower > 0.01)
  }

  @Test("Panning keeps the size on either axis, however far", arguments: kinds, 0..<10 as Range<UInt64>)
  func pan(kind: Scale.Kind, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let chart = chart(kind)
    var framing = ChartFraming()
    framing.zoom(by: 4, about: Double.random(in: 0...1, using: &random), of: chart)
    let before = try width(framing, chart)
    let height = chart.framed(framing).yAxis.scale
    for _ in 0..<10 {
      framing.pan(x: Double.random(in: -0.3...0.3, using: &random), of: chart)
      #expect(abs(try width(framing, chart) - before) < 1e-9)
      #expect(chart.framed(framing).yAxis.scale == height)
    }
    framing.pan(y: 0.5, of: chart)
    let moved = chart.framed(framing).yAxis.scale
    #expect(abs(try #require(height.position(of: moved.lower)) - 0.5) < 1e-9)
    #expect(abs(try #require(height.position(of: moved.upper)) - 1.5) < 1e-9)
  }

  @Test("Where numbers end, what is shown stays", arguments: kinds)
  func limits(kind: Scale.Kind) {
    let chart = chart(kind)
    for factor in [1e-3, 1e3] {
      var framing = ChartFraming()
      for _ in 0..<200 {
        let before = chart.framed(framing).xAxis.scale
        framing.zoom(by: factor, about: 0.3, of: chart)
        let after = chart.framed(framing).xAxis.scale
        #expect(after.lower < after.upper)
        // Closer is never farther away.
        if factor > 1 { #expect(after.upper - after.lower <= before.upper - before.lower) }
      }
      for _ in 0..<200 { framing.pan(x: 1, y: -1, of: chart) }
      #expect(chart.framed(framing).yAxis.scale.lower > 0)
    }
    var framing = ChartFraming()
    for factor in [0, -1, .nan, .infinity] as [Double] { framing.zoom(by: factor, of: chart) }
    #expect(framing == ChartFraming())
  }

  @Test("Another scale shows all that it can", arguments: kinds)
  func otherKind(kind: Scale.Kind) {
    let framed = chart().framed(ChartFraming(xKind: kind, yKind: kind))
    #expect(framed.xAxis.scale.kind == kind)
    #expect(framed.yAxis.scale.kind == kind)
    for point in framed.marks[0].dataPoints { #expect(framed.position(of: point)?.isInside == true) }
    #expect(kind != .linear || framed.yAxis.tickFormat == .decimal)
  }
}
