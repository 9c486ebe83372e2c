import ChartCells
import Charts
import TerminalCells
import Testing

@Suite("The colour bar")
struct ColorBarTests {
  @Test("It is beside the plot area, with its title over it and its numbers at their values")
  func layout() throws {
    let drawn = draw(landscape, width: 80, height: 20, theme: exactColors, depth: .trueColor)
    let plot = plotGeometry(landscape, in: drawn.bounds).plot
    let bar = plot.maxX + 2
    #expect(drawn[bar, plot.y].character == "α")
    #expect(
      (plot.y + 1..<plot.maxY).allSatisfy { drawn[bar, $0].character == "▀" && drawn[bar + 1, $0].character == "▀" })
    let scale = Scale(.linear, from: 0.5, to: 1.5)
    let height = plot.height - 1
    for label in ["0.6", "1.0", "1.4"] {
      let value = try #require(Double(label))
      let slot = try #require(scale.position(of: value).flatMap { Scale.slot($0, of: height) })
      let row = plot.maxY - 1 - slot
      #expect(String((bar + 3..<bar + 6).compactMap { drawn[$0, row].character }) == label)
    }
  }

  @Test("Its ends have the colours of the ends, and it grows from below")
  func colors() {
    let drawn = draw(landscape, width: 80, height: 20, theme: exactColors, depth: .trueColor)
    let plot = plotGeometry(landscape, in: drawn.bounds).plot
    let bar = plot.maxX + 2
    #expect(drawn[bar, plot.maxY - 1].style.background == .rgb(0, 0, 0))
    #expect(drawn[bar, plot.y + 1].style.foreground == .rgb(255, 255, 255))
  }

  @Test("It never takes the plot area's last room", arguments: [(30, 20), (80, 7), (24, 8), (1, 1), (0, 0)])
  func small(width: Int, height: Int) {
    let frame = Rect(x: 0, y: 0, width: width, height: height)
    var without = landscape
    without.colorBar = nil
    #expect(plotGeometry(landscape, in: frame) == plotGeometry(without, in: frame))
  }
}
