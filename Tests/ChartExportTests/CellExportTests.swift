import ChartExport
import Charts
import TerminalCells
import Testing

@Suite("Cells as text and as pictures")
struct CellExportTests {
  private var buffer: CellBuffer {
    var buffer = CellBuffer(width: 12, height: 4)
    buffer.write("α 1.23", x: 0, y: 0, style: Style(foreground: .rgb(1, 2, 3), attributes: .bold))
    buffer.write("⣿⠁█▄", x: 0, y: 1, style: Style(foreground: .palette(9), background: .palette(200)))
    buffer.write("漢 ─┼", x: 2, y: 2, style: Style(foreground: .palette(2), attributes: [.reverse, .underline]))
    return buffer
  }

  @Test("The characters alone end where nothing more is to be seen")
  func plain() {
    #expect(buffer.plainText == "α 1.23\n⣿⠁█▄\n  漢 ─┼\n\n")
  }

  @Test("Each style is set whole, and the last line leaves none behind")
  func ansi() {
    #expect(
      buffer.ansiText == """
        \u{1b}[0;1;38;2;1;2;3mα 1.23\u{1b}[0m
        \u{1b}[0;91;48;5;200m⣿⠁█▄\u{1b}[0m
          \u{1b}[0;4;7;32m漢 ─┼\u{1b}[0m


        """)
  }

  @Test("A braille cell is as many discs as it has dots; a block fills its part of a cell")
  func shapes() throws {
    var style = ExampleFigures.style(width: 120)
    style.font = PictureStyle.standardMonospacedFont
    let file = try ScreenPicture(buffer, style: style).file(.svg, metadata: ExampleFigures.metadata)
    let drawn = try DrawnSVG(file)
    let red = drawn.paths.filter { $0.fill == "rgb(100%,0%,0%)" }
    // Discs are curves, blocks have straight sides; both are in the one colour of the row.
    let blocks = red.filter { !$0.isCurved }
    #expect(red.count == 8 + 1 + 2)
    try #require(blocks.count == 2)
    func height(_ path: DrawnSVG.Path) -> Double {
      let ys = path.points.map(\.y)
      return (ys.max() ?? 0) - (ys.min() ?? 0)
    }
    let heights = blocks.map(height).sorted()
    #expect(abs(heights[1] - 2 * heights[0]) < 0.02)
    #expect(abs(drawn.size.width - 120) < 0.001)
  }
}
