import Charts
import TerminalCells

/// The marks of a chart on its plot area.
struct MarkDrawing {
  let chart: Chart
  let geometry: PlotGeometry
  let theme: ResolvedTheme
  let glyphs: ChartGlyphs

  var plot: Rect { geometry.plot }

  /// Draws over what is there but keeps its background, which shows the bands.
  func put(_ glyph: Character, atX x: Int, y: Int, _ role: ChartRole, into buffer: inout CellBuffer) {
    put(glyph, atX: x, y: y, theme.style(role), into: &buffer)
  }

  /// The same for who draws many cells and knows their style.
  func put(_ glyph: Character, atX x: Int, y: Int, _ style: Style, into buffer: inout CellBuffer) {
    var style = style
    style.background = buffer[x, y].style.background
    buffer[x, y] = Cell(glyph, style: style)
  }
}
