import Charts
import TerminalCells

extension MarkDrawing {
  /// Draws the curves one after the other and merges them cell by cell: a cell shows the dots of all, and the colour of the
  /// one that wins it.
  func drawCurves(into buffer: inout CellBuffer) {
    guard !plot.isEmpty else { return }
    let outline = CurveOutline(chart, columns: plot.width * glyphs.canvas.dotColumns)
    var dots = DotGrid(width: plot.width, height: plot.height, canvas: glyphs.canvas)
    var contests = CellContests(width: plot.width, height: plot.height)
    var ink = [UInt8](repeating: 0, count: plot.width * plot.height)
    for (index, mark) in chart.marks.enumerated() {
      trace(mark, outline, on: &dots)
      dots.take { cell, dots in
        guard dots.ink != 0 else { return }
        ink[cell] |= dots.ink
        // By coverage: a dashed curve over a solid one coincides with it.
        contests.enter(index, cell: cell, z: mark.z, weight: dots.coverage.nonzeroBitCount)
      }
    }
    let pens = chart.marks.map { Pen($0, theme: theme, glyphs: glyphs) }
    contests.forEachWinner { cell, index in
      let glyph = pens[index].asciiGlyph ?? glyphs.canvas.glyph(ink[cell])
      put(glyph, atX: plot.x + cell % plot.width, y: plot.y + cell / plot.width, pens[index].style, into: &buffer)
    }
  }

  /// What a curve leaves in a cell.
  private struct Pen {
    let style: Style
    /// The three levels of a cell do not tell curves apart in ASCII; their markers do.
    let asciiGlyph: Character?

    init(_ mark: Mark, theme: ResolvedTheme, glyphs: ChartGlyphs) {
      style = theme.style(mark.role)
      if case .area = mark.shape {
        asciiGlyph = nil
      } else {
        asciiGlyph = glyphs.canvas == .ascii ? MarkStyle(mark, theme: theme.theme).marker.map(glyphs.marker) : nil
      }
    }
  }

  /// Draws what of a mark is a curve.
  private func trace(_ mark: Mark, _ outline: CurveOutline, on dots: inout DotGrid) {
    let style = MarkStyle(mark, theme: theme.theme).line
    switch mark.shape {
    case .line(let points):
      for polyline in outline.polylines(through: points) { trace(polyline, style, on: &dots) }
    case .lineThrough(let first, let second):
      guard let first = chart.position(of: first), let second = chart.position(of: second),
        let segment = UnitSegment(from: first, to: second).extendedToEdges()
      else { return }
      dots.draw(segment, style: style, continues: false)
    case .area(let points):
      guard drawsEdges(ofArea: mark) else { return }
      for (low, high) in edges(of: points) {
        trace(low, .dotted, on: &dots)
        trace(high, .dotted, on: &dots)
      }
    case .points, .errorBars, .cells, .bars, .label, .xBand, .yBand, .verticalRule, .horizontalRule: return
    }
  }

  /// Draws a polyline, clipped where it leaves the plot area.
  private func trace(_ polyline: [UnitPoint], _ style: LineStyle, on dots: inout DotGrid) {
    if polyline.count == 1, polyline[0].isInside {
      dots.draw(UnitSegment(from: polyline[0], to: polyline[0]), style: .solid, continues: false)
    }
    var end: UnitPoint?
    for (start, next) in zip(polyline, polyline.dropFirst()) {
      guard let segment = UnitSegment(from: start, to: next).clipped() else { continue }
      dots.draw(segment, style: style, continues: segment.start == end)
      end = segment.end
    }
  }
}
