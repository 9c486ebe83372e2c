import ChartCells
import Charts
import TerminalCells
import Testing

/// Red is series 0, blue series 1.
@Suite("Curves that share cells")
struct SharedCellTests {
  private func chart(_ marks: [Mark]) -> Chart {
    Chart(
      xAxis: Axis(scale: Scale(.linear, from: 0, to: 10)), yAxis: Axis(scale: Scale(.linear, from: 0, to: 10)),
      marks: marks)
  }

  private func line(_ from: (Double, Double), _ to: (Double, Double), _ series: Int, z: Int = 0) -> Mark {
    Mark(.line([DataPoint(x: from.0, y: from.1), DataPoint(x: to.0, y: to.1)]), role: .series(series), z: z)
  }

  /// How many cells with dots each of the colours has.
  private func cells(_ marks: [Mark], theme: Theme = threeColors) -> (red: Int, blue: Int) {
    let cells = draw(chart(marks), width: 60, height: 20, theme: theme, depth: .ansi16).cells
      .filter { ($0.character?.brailleDots ?? 0) != 0 }
    return (
      cells.filter { $0.style.foreground == .palette(1) }.count,
      cells.filter { $0.style.foreground == .palette(4) }.count
    )
  }

  @Test(
    "Of two coincident curves both have about half of the cells, in any direction",
    arguments: [(0.0, 5.0, 10.0, 5.0), (5, 0, 5, 10), (0, 0, 10, 10), (0, 10, 10, 0), (0, 8, 10, 6)])
  func coincident(x0: Double, y0: Double, x1: Double, y1: Double) {
    let (red, blue) = cells([line((x0, y0), (x1, y1), 0), line((x0, y0), (x1, y1), 1)])
    #expect(red + blue >= 15)
    #expect(min(red, blue) * 3 >= red + blue)
  }

  @Test("A dashed curve remains visible on a solid one")
  func dashed() {
    var theme = threeColors
    theme.series[1].line = .dashed
    let (red, blue) = cells([line((0, 1), (10, 9), 0), line((0, 1), (10, 9), 1)], theme: theme)
    #expect(red > 0 && blue > 0)
  }

  @Test("The focused curve wins every cell it shares, in whichever order they come")
  func focused() {
    #expect(cells([line((0, 1), (10, 9), 0, z: 1), line((0, 1), (10, 9), 1)]).blue == 0)
    #expect(cells([line((0, 1), (10, 9), 0), line((0, 1), (10, 9), 1, z: 1)]).red == 0)
  }

  @Test("The curve with more dots in a cell wins it, unless the other has the focus", arguments: [0, 1])
  func moreDots(focus: Int) throws {
    // A flat line, and a steep one that fills the same cell from its bottom to its top.
    let marks = [line((0, 5), (10, 5), 0, z: focus), line((5, 0), (5, 10), 1)]
    let drawn = draw(chart(marks), width: 60, height: 20, theme: threeColors, depth: .ansi16)
    let geometry = plotGeometry(chart(marks), in: drawn.bounds)
    let (x, y) = try #require(geometry.cell(of: DataPoint(x: 5, y: 5)))
    #expect(drawn[x, y].style.foreground == .palette(focus == 1 ? 1 : 4))
    #expect(drawn[x - 1, y].style.foreground == .palette(1))
  }

  @Test("A curve that leaves the domain is drawn up to the edge")
  func clipped() throws {
    let marks = [line((-10, -10), (20, 20), 0)]
    let drawn = draw(chart(marks), width: 60, height: 20)
    let plot = plotGeometry(chart(marks), in: drawn.bounds).plot
    #expect(drawn[plot.x, plot.maxY - 1].character?.brailleDots != 0)
    #expect(drawn[plot.maxX - 1, plot.y].character?.brailleDots != 0)
  }

  @Test("A curve is interrupted where a value is missing")
  func interrupted() throws {
    let points = [0.0, 4, .nan, 6, 10].map { DataPoint(x: $0, y: 5) }
    let chart = chart([Mark(.line(points), role: .dimmed)])
    let drawn = draw(chart, width: 60, height: 20)
    let geometry = plotGeometry(chart, in: drawn.bounds)
    let row = try #require(geometry.row(of: 5))
    #expect(drawn[try #require(geometry.column(of: 5)), row] == .blank)
    #expect(drawn[try #require(geometry.column(of: 3)), row].character?.brailleDots != 0)
    #expect(drawn[try #require(geometry.column(of: 7)), row].character?.brailleDots != 0)
  }

  @Test("Of ten thousand points on a curve the single outlier is drawn", arguments: ChartCanvas.allCases)
  func outlier(canvas: ChartCanvas) throws {
    let points = (0...10_000).map { DataPoint(x: Double($0) / 1000, y: $0 == 7_345 ? 9.5 : 2) }
    let chart = chart([Mark(.line(points), role: .dimmed)])
    let drawn = draw(chart, width: 60, height: 20, canvas: canvas)
    let cell = try #require(plotGeometry(chart, in: drawn.bounds, canvas: canvas).cell(of: points[7_345]))
    #expect(drawn[cell.x, cell.y].character != " ")
  }
}
