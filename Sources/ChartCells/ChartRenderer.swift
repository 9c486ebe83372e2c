import Charts
import TerminalCells

/// Draws charts into cells.
///
/// The order is from the back to the front: axes, ranges, heat cells, rules, bars, curves, points, labels. Every place follows from
/// ``plotGeometry(_:in:canvas:)``.
public struct ChartRenderer: Sendable {
  public var theme: ResolvedTheme
  public var canvas: ChartCanvas

  public init(theme: ResolvedTheme, canvas: ChartCanvas = .braille) {
    self.theme = theme
    self.canvas = canvas
  }

  /// Draws a chart over the whole frame. A frame too small for all of it shows what fits.
  public func render(_ chart: Chart, into buffer: inout CellBuffer, in frame: Rect) {
    let glyphs = ChartGlyphs(canvas: canvas)
    let layout = ChartLayout(chart, in: frame, glyphs: glyphs, theme: theme.theme)
    buffer.fill(frame, with: Cell(" ", style: theme.style(.foreground)))

    let frameDrawing = FrameDrawing(chart: chart, layout: layout, theme: theme, glyphs: glyphs)
    frameDrawing.drawText(into: &buffer)
    if layout.showsAxes { frameDrawing.drawAxes(into: &buffer) }
    frameDrawing.drawColorBar(into: &buffer)

    let marks = MarkDrawing(chart: chart, geometry: layout.geometry, theme: theme, glyphs: glyphs)
    marks.drawBands(into: &buffer)
    marks.drawAreas(into: &buffer)
    marks.drawCells(into: &buffer)
    marks.drawRules(into: &buffer)
    marks.drawBars(into: &buffer)
    marks.drawErrorBars(into: &buffer)
    marks.drawCurves(into: &buffer)
    marks.drawPoints(into: &buffer)
    marks.drawLabels(into: &buffer)
  }
}
