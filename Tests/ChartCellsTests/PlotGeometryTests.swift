import ChartCells
import Charts
import TerminalCells
import Testing

@Suite("Plot geometry")
struct PlotGeometryTests {
  @Test("The data at the centre of a cell are in that cell", arguments: ChartCanvas.allCases)
  func roundTrip(canvas: ChartCanvas) {
    let geometry = plotGeometry(harmonicSpectrum, in: Rect(x: 3, y: 5, width: 60, height: 17), canvas: canvas)
    for y in geometry.plot.y..<geometry.plot.maxY {
      for x in geometry.plot.x..<geometry.plot.maxX {
        let cell = geometry.data(atX: x, y: y).flatMap(geometry.cell)
        #expect(cell?.x == x && cell?.y == y)
      }
    }
  }

  @Test("Cells outside of the plot area hold no data, data outside of the domain no cell")
  func outside() {
    let geometry = plotGeometry(harmonicSpectrum, in: Rect(x: 0, y: 0, width: 60, height: 17))
    #expect(geometry.data(atX: geometry.plot.x - 1, y: geometry.plot.y) == nil)
    #expect(geometry.data(atX: geometry.plot.x, y: geometry.plot.maxY) == nil)
    for point in [DataPoint(x: 0.9, y: 1), DataPoint(x: 257, y: 1), DataPoint(x: 2, y: 0), DataPoint(x: .nan, y: 1)] {
      #expect(geometry.cell(of: point) == nil)
    }
  }

  @Test("Both ends of a domain are on the plot")
  func ends() {
    let geometry = plotGeometry(harmonicSpectrum, in: Rect(x: 0, y: 0, width: 60, height: 17))
    #expect(geometry.column(of: 1) == geometry.plot.x)
    #expect(geometry.column(of: 256) == geometry.plot.maxX - 1)
    #expect(geometry.row(of: 1e-3) == geometry.plot.maxY - 1)
    #expect(geometry.row(of: 1.5) == geometry.plot.y)
  }

  @Test("Long labels on the vertical axis move the plot, not over it")
  func gutter() {
    var chart = harmonicSpectrum
    chart.yAxis = Axis(scale: Scale(.linear, from: 0, to: 100_000))
    let geometry = plotGeometry(chart, in: Rect(x: 0, y: 0, width: 60, height: 17))
    #expect(geometry.plot.x == "100000".count + 2)
  }
}
