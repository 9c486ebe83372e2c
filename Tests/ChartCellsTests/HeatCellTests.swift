import ChartCells
import Charts
import FrameSnapshots
import TerminalCells
import Testing

@Suite("Heat cells")
struct HeatCellTests {
  private func geometry(_ chart: Chart, _ width: Int = 80, _ height: Int = 20) -> PlotGeometry {
    plotGeometry(chart, in: Rect(x: 0, y: 0, width: width, height: height))
  }

  private var cells: HeatCells {
    guard case .cells(let cells) = landscape.marks[0].shape else {
      return HeatCells(xEdges: [], yEdges: [], values: [], scale: Scale(.linear, from: 0, to: 1))
    }
    return cells
  }

  @Test("They look as committed, without colours, with them and in ASCII")
  func snapshots() throws {
    let mono = draw(landscape, width: 80, height: 20)
    #expect(try mono.snapshot() == mono.committedSnapshot("landscape-80x20-mono"))
    let colored = draw(landscape, width: 80, height: 20, theme: exactColors, depth: .trueColor)
    #expect(try colored.snapshot() == colored.committedSnapshot("landscape-80x20"))
    let ascii = draw(landscape, width: 60, height: 14, canvas: .ascii)
    #expect(try ascii.snapshot() == ascii.committedSnapshot("landscape-60x14-ascii"))
    #expect(ascii.cells.allSatisfy { $0.character?.isASCII ?? true })
  }

  @Test(
    "Every place of the plot area shows the cell that its centre is in", arguments: [(80, 20), (43, 11), (200, 60)])
  func rectangles(width: Int, height: Int) throws {
    var chart = landscape
    var plain = cells
    plain.texts = []
    plain.best = nil
    chart.marks = [Mark(.cells(plain), role: .series(0))]
    let drawn = draw(chart, width: width, height: height, theme: exactColors, depth: .trueColor)
    let geometry = geometry(chart, width, height)
    let ramp = exactColors.colors(of: .sequential, count: 32)
    for y in geometry.plot.y..<geometry.plot.maxY {
      for x in geometry.plot.x..<geometry.plot.maxX {
        let data = try #require(geometry.data(atX: x, y: y))
        let column = try #require(plain.xEdges.lastIndex { $0 <= data.x })
        let row = try #require(plain.yEdges.lastIndex { $0 <= data.y })
        if let position = plain.position(ofCell: row * 7 + column) {
          let color = ramp[try #require(Scale.slot(position, of: 32))]
          #expect(drawn[x, y].style.background == .rgb(color.red, color.green, color.blue), "\(x), \(y)")
        } else {
          #expect(drawn[x, y].character == "╱", "\(x), \(y)")
        }
      }
    }
  }

  @Test("Each value is written in its own cell, the best with a star, in black or white as can be read")
  func texts() throws {
    let drawn = draw(landscape, width: 80, height: 20, theme: exactColors, depth: .trueColor)
    let geometry = geometry(landscape)
    for cell in cells.shownCells {
      let place = try #require(cells.center(ofCell: cell).flatMap(geometry.cell))
      let row = String((place.x - 3...place.x + 3).compactMap { drawn[$0, place.y].character })
      #expect(row.contains(cells.texts[cell]), "\(cell): \(row)")
      #expect(row.contains("★") == (cell == 17))
    }
    let darkest = try #require(cells.center(ofCell: 0).flatMap(geometry.cell))
    let lightest = try #require(cells.center(ofCell: 27).flatMap(geometry.cell))
    #expect(drawn[darkest.x, darkest.y].style.foreground == .rgb(255, 255, 255))
    #expect(drawn[lightest.x, lightest.y].style.foreground == .rgb(0, 0, 0))
  }

  @Test("Where numbers do not fit they are left out whole, and the best keeps its star")
  func narrow() {
    let drawn = draw(landscape, width: 24, height: 10)
    let plot = geometry(landscape, 24, 10).plot
    let inside = (plot.y..<plot.maxY).flatMap { y in (plot.x..<plot.maxX).compactMap { drawn[$0, y].character } }
    #expect(inside.count { $0 == "★" } == 1)
    #expect(!inside.contains { $0.isNumber })
  }

  @Test("A value beyond the scale has the colour of its end")
  func clamped() throws {
    let cells = HeatCells(
      xEdges: [0, 5, 10], yEdges: [0, 10], values: [-100, 100], scale: Scale(.linear, from: 0, to: 1))
    let drawn = draw(
      unitChart([Mark(.cells(cells), role: .series(0))]), width: 60, height: 12, theme: exactColors, depth: .trueColor)
    #expect(drawn[10, 5].style.background == .rgb(0, 0, 0))
    #expect(drawn[50, 5].style.background == .rgb(255, 255, 255))
  }

  @Test("Of a grid finer than the screen, each place shows the mean of the cells it holds")
  func fine() throws {
    let values = (0..<2000).map { Double?($0 % 2 == 0 ? 0 : 1) }
    let cells = HeatCells(
      xEdges: (0...2000).map { Double($0) / 200 }, yEdges: [0, 10], values: values,
      scale: Scale(.linear, from: 0, to: 1), best: 777)
    let chart = unitChart([Mark(.cells(cells), role: .series(0))])
    let drawn = draw(chart, width: 60, height: 12, theme: exactColors, depth: .trueColor)
    let plot = geometry(chart, 60, 12).plot
    let middle = exactColors.colors(of: .sequential, count: 32)
    let expected = [15, 16].map { Color.rgb(middle[$0].red, middle[$0].green, middle[$0].blue) }
    for x in plot.x..<plot.maxX { #expect(expected.contains(drawn[x, plot.y].style.background)) }
    let best = try #require(cells.center(ofCell: 777).flatMap { geometry(chart, 60, 12).column(of: $0.x) })
    #expect((plot.y..<plot.maxY).contains { drawn[best, $0].character == "★" })
  }

  @Test("Values without a place on the ramp are hatched and counted")
  func unshowable() {
    let cells = HeatCells(
      xEdges: [0, 2, 4, 6, 8, 10], yEdges: [0, 10], values: [1, 0, -3, .nan, nil],
      scale: Scale(.logarithmic, from: 1, to: 10))
    let chart = unitChart([Mark(.cells(cells), role: .series(0))])
    #expect(chart.hiddenValues == HiddenValues(nonPositive: 2, nonFinite: 1))
    let drawn = draw(chart, width: 60, height: 12)
    #expect((0..<60).count { drawn[$0, 4].character == "╱" } >= 40)
  }
}
