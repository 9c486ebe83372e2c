import ChartCells
import Charts
import FrameSnapshots
import TerminalCells
import Testing

@Suite("Error bars, areas, bars and labels")
struct MarkShapeTests {
  private let frame = Rect(x: 0, y: 0, width: 60, height: 24)

  private func draw(
    _ chart: Chart, canvas: ChartCanvas = .braille, theme: Theme = exactColors, depth: ColorDepth = .none
  )
    -> CellBuffer
  {
    ChartCellsTests.draw(chart, width: 60, height: 24, canvas: canvas, theme: theme, depth: depth)
  }

  @Test("They look as committed, without colours and with them")
  func snapshots() throws {
    let mono = ChartCellsTests.draw(accuracyByAlpha, width: 80, height: 20)
    #expect(try mono.snapshot() == mono.committedSnapshot("accuracy-80x20-mono"))
    let colored = ChartCellsTests.draw(accuracyByAlpha, width: 80, height: 20, theme: exactColors, depth: .trueColor)
    #expect(try colored.snapshot() == colored.committedSnapshot("accuracy-80x20"))
  }

  @Test("An error bar is a line from its low to its high end behind the marker, on both axes")
  func errorBar() throws {
    let bar = ErrorBar(point: DataPoint(x: 5, y: 5), yRange: 2...9, xRange: 4...8)
    let chart = unitChart([Mark(.errorBars([bar]), role: .series(0))])
    let drawn = draw(chart)
    let geometry = plotGeometry(chart, in: frame)
    let center = try #require(geometry.cell(of: bar.point))
    let (top, bottom) = (try #require(geometry.row(of: 9)), try #require(geometry.row(of: 2)))
    let (left, right) = (try #require(geometry.column(of: 4)), try #require(geometry.column(of: 8)))
    #expect(drawn[center.x, center.y].character == "●")
    let vertical = (geometry.plot.y..<geometry.plot.maxY).filter {
      "│╷╵".contains(drawn[center.x, $0].character ?? " ")
    }
    #expect(vertical == (top...bottom).filter { $0 != center.y })
    let horizontal = (geometry.plot.x..<geometry.plot.maxX).filter {
      "─╴╶".contains(drawn[$0, center.y].character ?? " ")
    }
    #expect(horizontal == (left...right).filter { $0 != center.x })
  }

  @Test("An error bar that leaves the domain ends at the edge, and so does one that no logarithm exists for")
  func clippedErrorBars() throws {
    let bars = [
      ErrorBar(point: DataPoint(x: 2, y: 5), yRange: -5...50), ErrorBar(point: DataPoint(x: 8, y: 50), yRange: 5...60),
    ]
    for kind in [Scale.Kind.linear, .logarithmic] {
      let chart = unitChart([Mark(.errorBars(bars), role: .series(0))], y: kind)
      let drawn = draw(chart)
      let geometry = plotGeometry(chart, in: frame)
      let (first, second) = (try #require(geometry.column(of: 2)), try #require(geometry.column(of: 8)))
      #expect((geometry.plot.y..<geometry.plot.maxY).allSatisfy { "│●".contains(drawn[first, $0].character ?? " ") })
      #expect(drawn[second, geometry.plot.y].character == "│")
      #expect(drawn[second, geometry.plot.maxY - 1].character == " ")
    }
  }

  @Test("An area is shaded between its curves, and no place else")
  func area() throws {
    let points = [AreaPoint(x: 0, low: 2, high: 4), AreaPoint(x: 10, low: 6, high: 9)]
    let chart = unitChart([Mark(.area(points), role: .zone)])
    let drawn = draw(chart, depth: .trueColor)
    let geometry = plotGeometry(chart, in: frame)
    let cell = 10 / Double(geometry.plot.height)
    for x in geometry.plot.x..<geometry.plot.maxX {
      for y in geometry.plot.y..<geometry.plot.maxY {
        let data = try #require(geometry.data(atX: x, y: y))
        let (low, high) = (2 + 0.4 * data.x, 4 + 0.5 * data.x)
        let isShaded = drawn[x, y].style.background == .rgb(0, 60, 0)
        if data.y > low + cell, data.y < high - cell { #expect(isShaded) }
        if data.y < low - cell || data.y > high + cell { #expect(!isShaded) }
      }
    }
  }

  @Test("A curve is still seen on the area of its own series")
  func ownArea() {
    let points = [AreaPoint(x: 0, low: 2, high: 4), AreaPoint(x: 10, low: 6, high: 9)]
    let drawn = draw(unitChart([Mark(.area(points), role: .series(0))]), depth: .trueColor)
    let backgrounds = Set(drawn.cells.map(\.style.background)).subtracting([.terminalDefault])
    #expect(backgrounds.count == 1)
    #expect(!backgrounds.contains(.rgb(255, 0, 0)))
  }

  @Test("Without a colour to shade with the edges of an area are dotted", arguments: ChartCanvas.allCases)
  func areaEdges(canvas: ChartCanvas) throws {
    let points = (0...10).map { AreaPoint(x: Double($0), low: 2, high: 8) }
    let chart = unitChart([Mark(.area(points), role: .series(0))])
    let drawn = draw(chart, canvas: canvas, theme: .monochrome)
    let geometry = plotGeometry(chart, in: frame, canvas: canvas)
    for y in [2.0, 8] {
      let row = try #require(geometry.row(of: y))
      let inked = (geometry.plot.x..<geometry.plot.maxX).count { drawn[$0, row].character != " " }
      #expect(2 * inked >= geometry.plot.width)
    }
    let middle = try #require(geometry.row(of: 5))
    #expect((geometry.plot.x..<geometry.plot.maxX).allSatisfy { drawn[$0, middle].character == " " })
  }

  @Test("An area is interrupted where a value is missing and ends at the edge where none exists")
  func brokenArea() throws {
    let points = [
      AreaPoint(x: 0, low: 0, high: 5), AreaPoint(x: 4, low: -1, high: 5), AreaPoint(x: 5, low: .nan, high: 5),
      AreaPoint(x: 6, low: 1, high: 5), AreaPoint(x: 10, low: 1, high: .infinity),
    ]
    let chart = unitChart([Mark(.area(points), role: .zone)], y: .logarithmic)
    let drawn = draw(chart, depth: .trueColor)
    let geometry = plotGeometry(chart, in: frame)
    func isShaded(_ x: Double, _ y: Double) throws -> Bool {
      let cell = try #require(geometry.cell(of: DataPoint(x: x, y: y)))
      return drawn[cell.x, cell.y].style.background == .rgb(0, 60, 0)
    }
    #expect(try isShaded(2, 0.11))
    #expect(try !isShaded(5, 2))
    #expect(try !isShaded(8, 0.11))
    #expect(try isShaded(9.9, 9.5))
  }

  @Test(
    "Bars reach from the baseline to their value in eighths of a row, up and down",
    arguments: [3.0, 7.3, 9.99, 4, 5.05, 5])
  func bars(value: Double) throws {
    let bar = Bar(point: DataPoint(x: 5, y: value), xRange: 4...6, baseline: 5)
    let chart = unitChart([Mark(.bars([bar]), role: .series(0))])
    let drawn = draw(chart)
    let plot = plotGeometry(chart, in: frame).plot
    let levels = Array(" ▁▂▃▄▅▆▇█")
    let column = try #require(plotGeometry(chart, in: frame).column(of: 5))
    var eighths = 0
    for y in plot.y..<plot.maxY {
      let cell = drawn[column, y]
      let level = try #require(levels.firstIndex(of: cell.character ?? "?"))
      eighths += cell.style.attributes.contains(.reverse) ? 8 - level : level
    }
    let expected = abs(value - 5) / 10 * Double(plot.height) * 8
    #expect(abs(Double(eighths) - expected) <= 4.5, "the baseline is moved to the nearest row")
    #expect(eighths > 0)
    let columns = (plot.x..<plot.maxX).filter { x in (plot.y..<plot.maxY).contains { drawn[x, $0] != drawn[plot.x, $0] }
    }
    #expect(abs(columns.count - plot.width / 5) <= 1)
  }

  @Test("A label stands beside its point, where nothing is covered")
  func label() throws {
    let point = DataPoint(x: 5, y: 5)
    let wall = Mark(.line([DataPoint(x: 5, y: 5), DataPoint(x: 10, y: 5)]), role: .series(0))
    for (marks, isRight) in [([Mark](), true), ([wall], false)] {
      let chart = unitChart(
        marks + [Mark(.points([point]), role: .series(0)), Mark(.label(at: point, "here"), role: .label)])
      let drawn = draw(chart)
      let cell = try #require(plotGeometry(chart, in: frame).cell(of: point))
      let text = drawn.text(row: cell.y)
      let x = isRight ? cell.x + 2 : cell.x - 5
      #expect(String(text.dropFirst(x).prefix(4)) == "here")
      #expect(drawn[cell.x, cell.y].character == "●")
    }
  }

  @Test("A label at any edge is on the plot area whole", arguments: [(0.0, 0.0), (10, 10), (0, 10), (10, 0), (5, 10)])
  func labelAtEdge(x: Double, y: Double) {
    let chart = unitChart([Mark(.label(at: DataPoint(x: x, y: y), "in sight"), role: .label)])
    let drawn = draw(chart)
    #expect((0..<frame.height).contains { drawn.text(row: $0).contains("in sight") })
  }
}
