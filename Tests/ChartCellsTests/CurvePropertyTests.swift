import ChartCells
import Charts
import Glibc
import NumericalTesting
import TerminalCells
import Testing

@Suite("Curves as drawn, at random")
struct CurvePropertyTests {
  @Test("A power law fitted back from the cells has its slope, to a cell", arguments: 0..<30 as Range<UInt64>)
  func slope(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let slope = Double.random(in: -2 ... -0.2, using: &random)
    let count = Int.random(in: 30...5000, using: &random)
    let points = (1...count).map { DataPoint(x: Double($0), y: pow(Double($0), slope)) }
    let chart = Chart(
      xAxis: Axis(scale: Scale(.logarithmic, fitting: points.map(\.x))),
      yAxis: Axis(scale: Scale(.logarithmic, fitting: points.map(\.y))),
      marks: [Mark(.line(points), role: .fit)])
    let (width, height) = (Int.random(in: 40...200, using: &random), Int.random(in: 15...60, using: &random))
    let canvas = ChartCanvas.allCases.randomElement(using: &random) ?? .braille
    let drawn = draw(chart, width: width, height: height, canvas: canvas)
    let geometry = plotGeometry(chart, in: drawn.bounds, canvas: canvas)
    // Least squares over the centres of all cells with ink, weighing each column the same.
    var centers: [(x: Double, y: Double)] = []
    for x in geometry.plot.x..<geometry.plot.maxX {
      let rows = (geometry.plot.y..<geometry.plot.maxY).filter { drawn[x, $0].character != " " }
      guard !rows.isEmpty else { continue }
      let row = Double(rows.reduce(0, +)) / Double(rows.count)
      centers.append((Double(x - geometry.plot.x) + 0.5, Double(geometry.plot.maxY) - 0.5 - row))
    }
    #expect(centers.count == geometry.plot.width)
    let (meanX, meanY) = (centers.map(\.x).reduce(0, +), centers.map(\.y).reduce(0, +))
    let n = Double(centers.count)
    let products = centers.map { ($0.x - meanX / n) * ($0.y - meanY / n) }.reduce(0, +)
    let squares = centers.map { ($0.x - meanX / n) * ($0.x - meanX / n) }.reduce(0, +)
    // In rows over the whole width, where a fall through the whole height is the slope of the law.
    let fall = products / squares * Double(geometry.plot.width)
    #expect(abs(fall + Double(geometry.plot.height)) <= 1)
  }

  @Test("Of two identical curves both are seen, whatever their shape", arguments: 0..<40 as Range<UInt64>)
  func identical(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let decay = Double.random(in: 0.1...2, using: &random)
    let points = (1...256).map { DataPoint(x: Double($0), y: pow(Double($0), -decay) * exp(0.05 * random.normal())) }
    var theme = threeColors
    theme.series[1].line = [.solid, .dashed, .dotted].randomElement(using: &random) ?? .solid
    let chart = Chart(
      xAxis: Axis(scale: Scale(.logarithmic, fitting: points.map(\.x))),
      yAxis: Axis(scale: Scale(.logarithmic, fitting: points.map(\.y))),
      marks: (0..<2).map { Mark(.line(points), role: .series($0)) })
    let canvas = ChartCanvas.allCases.randomElement(using: &random) ?? .braille
    let drawn = draw(chart, width: 80, height: 24, canvas: canvas, theme: theme, depth: .ansi16)
    let (red, blue) = (drawn.count(of: .palette(1)), drawn.count(of: .palette(4)))
    #expect(6 * min(red, blue) >= red + blue, "\(red) \(blue)")
  }

  @Test("Five series are told apart without colours, by marker or line", arguments: ChartCanvas.allCases)
  func fiveSeries(canvas: ChartCanvas) throws {
    // Each alone draws the same curve; in its place, without colours.
    let points = (0...9).map { DataPoint(x: Double($0), y: 2 + 0.6 * Double($0)) }
    let pictures = (0..<5).map { series in
      let chart = unitChart([Mark(.line(points), role: .series(series))])
      return draw(chart, width: 60, height: 20, canvas: canvas).cells.map { $0.character ?? " " }
    }
    #expect(Set(pictures).count == 5)
    // Together, every one of them still has markers of its own.
    let shifted = (0..<5).map { series in
      Mark(.line(points.map { DataPoint(x: $0.x, y: $0.y - 2 + 0.7 * Double(series)) }), role: .series(series))
    }
    let together = draw(unitChart(shifted), width: 60, height: 20, canvas: canvas).cells.map { $0.character ?? " " }
    let markers: [Character] = canvas == .ascii ? ["o", "^", "#", "%", "x"] : ["●", "▲", "■", "◆", "✕"]
    for marker in markers { #expect(together.contains(marker)) }
  }

  @Test("Half blocks draw the upper and the lower half of a cell")
  func halfBlocks() throws {
    for (y, glyph) in [(5.2, Character("▄")), (5.8, "▀")] {
      let chart = Chart(
        xAxis: Axis(scale: Scale(.linear, from: 0, to: 10)), yAxis: Axis(scale: Scale(.linear, from: 0, to: 10)),
        marks: [Mark(.horizontalLine(at: y), role: .fit)])
      // Ten rows of plot area and two of axis.
      let drawn = draw(chart, width: 40, height: 12, canvas: .halfBlocks)
      let plot = plotGeometry(chart, in: drawn.bounds, canvas: .halfBlocks).plot
      #expect(plot.height == 10)
      #expect((plot.x..<plot.maxX).allSatisfy { drawn[$0, plot.y + 4].character == glyph })
    }
  }
}

extension Mark.Shape {
  fileprivate static func horizontalLine(at y: Double) -> Mark.Shape {
    .line([DataPoint(x: 0, y: y), DataPoint(x: 10, y: y)])
  }
}

extension CellBuffer {
  fileprivate func count(of color: Color) -> Int { cells.count { $0.style.foreground == color && $0.character != " " } }
}
