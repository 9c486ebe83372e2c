import Charts
import TerminalCells

extension MarkDrawing {
  /// Draws the curves into one layer each and merges these cell by cell: a cell shows the dots of all, and the colour of
  /// the one that wins it.
  func drawCurves(into buffer: inout CellBuffer) {
    let layers = chart.marks.compactMap { mark in dots(of: mark).map { (mark: mark, dots: $0) } }
    for y in 0..<plot.height {
      for x in 0..<plot.width {
        let cell = y * plot.width + x
        var contest = CellContest()
        var allDots: UInt8 = 0
        for (index, layer) in layers.enumerated() where layer.dots.ink[cell] != 0 {
          allDots |= layer.dots.ink[cell]
          // By coverage: a dashed curve over a solid one coincides with it.
          contest.enter(index, z: layer.mark.z, weight: layer.dots.coverage[cell].nonzeroBitCount)
        }
        guard let mark = contest.winner(x: x, y: y).map({ layers[$0].mark }) else { continue }
        put(glyph(allDots, of: mark), atX: plot.x + x, y: plot.y + y, mark.role, into: &buffer)
      }
    }
  }

  private func glyph(_ dots: UInt8, of mark: Mark) -> Character {
    // The three levels of a cell do not tell curves apart in ASCII; their markers do.
    if glyphs.canvas == .ascii, let marker = MarkStyle(mark, theme: theme.theme).marker { return glyphs.marker(marker) }
    return glyphs.canvas.glyph(dots)
  }

  /// `nil` for marks that are no curves or not on the plot area.
  private func dots(of mark: Mark) -> DotGrid? {
    let style = MarkStyle(mark, theme: theme.theme).line
    var dots = DotGrid(width: plot.width, height: plot.height, canvas: glyphs.canvas)
    switch mark.shape {
    case .line(let points): trace(points, style, on: &dots)
    case .lineThrough(let first, let second):
      guard let first = chart.position(of: first), let second = chart.position(of: second),
        let segment = UnitSegment(from: first, to: second).extendedToEdges()
      else { return nil }
      dots.draw(segment, style: style, continues: false)
    case .points, .xBand, .yBand, .verticalRule, .horizontalRule: return nil
    }
    return dots
  }

  /// Draws a curve, interrupted where a point has no position and clipped where it leaves the plot area.
  private func trace(_ points: [DataPoint], _ style: LineStyle, on dots: inout DotGrid) {
    for run in points.map(chart.position).split(separator: nil) {
      let shown = run.compactMap { $0 }.aggregated(intoColumns: plot.width * glyphs.canvas.dotColumns)
      if shown.count == 1, shown[0].isInside {
        dots.draw(UnitSegment(from: shown[0], to: shown[0]), style: .solid, continues: false)
      }
      var end: UnitPoint?
      for (start, next) in zip(shown, shown.dropFirst()) {
        guard let segment = UnitSegment(from: start, to: next).clipped() else { continue }
        dots.draw(segment, style: style, continues: segment.start == end)
        end = segment.end
      }
    }
  }
}
