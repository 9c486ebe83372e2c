import ChartCells
import Charts
import FrameSnapshots
import TerminalCells
import Testing

@Suite("The frame of a chart")
struct ChartFrameTests {
  @Test("Hidden values are noted in the frame")
  func hiddenValues() {
    var chart = harmonicSpectrum
    chart.marks.append(Mark(.points([0, -1, -2].map { DataPoint(x: 5, y: $0) }), role: .series(1)))
    #expect(draw(chart, width: 80, height: 20).text(row: 19).hasSuffix("3 values ≤ 0 hidden"))
    #expect(draw(chart, width: 40, height: 6).text(row: 5).hasSuffix("3 values ≤ 0 hidden"))
  }

  @Test("A legend too long for its row says how many entries it left out")
  func longLegend() {
    var chart = harmonicSpectrum
    chart.legend = (0..<20).map { LegendEntry("run number \($0)", role: .series($0)) }
    let drawn = draw(chart, width: 60, height: 12)
    #expect(drawn.text(row: 0).contains("run number 0"))
    #expect(drawn.text(row: 0).contains(" +18  λₖ against rank k"))
  }

  @Test("Further rows of a legend begin at the left edge, under the title of the axis")
  func legendRows() throws {
    var chart = harmonicSpectrum
    chart.title = ""
    chart.yAxis.title = "a title of some length"
    chart.legend = (0..<4).map { LegendEntry("run number \($0)", role: .series($0)) }
    let drawn = draw(chart, width: 48, height: 24)
    #expect(drawn.text(row: 0).hasPrefix(" a title of some length  ━● run number 0"))
    #expect(drawn.text(row: 1).contains(/^ \S+ run number 1 +\S+ run number 2$/))
    #expect(drawn.text(row: 2).contains(/^ \S+ run number 3$/))
  }

  @Test("A marked point has the marker of its series in its cell")
  func markers() throws {
    let chart = Chart(
      xAxis: Axis(title: "α", scale: Scale(.linear, from: 0, to: 2)),
      yAxis: Axis(title: "accuracy %", scale: Scale(.linear, from: 50, to: 100)),
      marks: [
        Mark(.points([DataPoint(x: 1, y: 80)]), role: .series(0)),
        Mark(.points([DataPoint(x: 1.5, y: 70)]), role: .series(1)),
      ])
    let drawn = draw(chart, width: 50, height: 15)
    let geometry = plotGeometry(chart, in: drawn.bounds)
    let circle = try #require(geometry.cell(of: DataPoint(x: 1, y: 80)))
    let triangle = try #require(geometry.cell(of: DataPoint(x: 1.5, y: 70)))
    #expect(drawn[circle.x, circle.y].character == "●")
    #expect(drawn[triangle.x, triangle.y].character == "▲")
    #expect(drawn.text(row: 0).hasPrefix(" accuracy %"))
    #expect(drawn.text(row: 14).contains("α"))
  }

  @Test(
    "A frame of any size shows what fits and nothing outside of itself",
    arguments: [(0, 0), (1, 1), (5, 3), (9, 4), (10, 5), (20, 5), (12, 7), (3, 40), (200, 1), (200, 60)])
  func sizes(width: Int, height: Int) {
    for canvas in ChartCanvas.allCases {
      let marked = Cell("!")
      var buffer = CellBuffer(width: width + 4, height: height + 4, filledWith: marked)
      let frame = Rect(x: 2, y: 2, width: width, height: height)
      ChartRenderer(theme: ResolvedTheme(.monochrome, depth: .none), canvas: canvas)
        .render(harmonicSpectrum, into: &buffer, in: frame)
      for y in 0..<buffer.height {
        for x in 0..<buffer.width where frame.intersection(Rect(x: x, y: y, width: 1, height: 1)).isEmpty {
          #expect(buffer[x, y] == marked, "\(x), \(y)")
        }
      }
    }
  }

  @Test("A frame of 5 × 3 is all plot, one of 20 × 5 has axes and labels")
  func smallFrames() {
    #expect(plotGeometry(harmonicSpectrum, in: Rect(x: 0, y: 0, width: 5, height: 3)).plot.width == 5)
    let drawn = draw(harmonicSpectrum, width: 20, height: 5)
    #expect(drawn.text(row: 3).contains("└┬"))
    #expect(drawn.text(row: 4).contains("10"))
  }

  @Test("A chart drawn partly outside of the buffer is clipped")
  func outsideOfBuffer() {
    var buffer = CellBuffer(width: 30, height: 10)
    ChartRenderer(theme: ResolvedTheme(.monochrome, depth: .none))
      .render(harmonicSpectrum, into: &buffer, in: Rect(x: -20, y: -5, width: 80, height: 40))
    #expect(buffer.cells.contains { ($0.character?.brailleDots ?? 0) != 0 })
  }
}
