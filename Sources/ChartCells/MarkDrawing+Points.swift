import Charts
import TerminalCells

extension MarkDrawing {
  /// Draws the markers of points and curves. Where several marks have points in one cell, one of them wins it.
  func drawPoints(into buffer: inout CellBuffer) {
    var contests: [Int: CellContest] = [:]
    for (index, mark) in chart.marks.enumerated() {
      var counts: [Int: Int] = [:]
      for point in markedPoints(of: mark) {
        guard let (x, y) = geometry.cell(of: point) else { continue }
        counts[(y - plot.y) * plot.width + x - plot.x, default: 0] += 1
      }
      for (cell, count) in counts { contests[cell, default: CellContest()].enter(index, z: mark.z, weight: count) }
    }
    for (cell, contest) in contests {
      let (x, y) = (cell % plot.width, cell / plot.width)
      guard let mark = contest.winner(x: x, y: y).map({ chart.marks[$0] }) else { continue }
      let shape = MarkStyle(mark, theme: theme.theme).marker ?? .circle
      put(glyphs.marker(shape), atX: plot.x + x, y: plot.y + y, mark.role, into: &buffer)
    }
  }

  /// The points that get a marker. A curve marks its points where they stand apart, and only its end where markers would
  /// hide it.
  private func markedPoints(of mark: Mark) -> [DataPoint] {
    switch mark.shape {
    case .points(let points): return points
    case .line(let points):
      guard MarkStyle(mark, theme: theme.theme).marker != nil else { return [] }
      let visible = points.filter { geometry.cell(of: $0) != nil }
      return visible.count * 4 <= plot.width ? visible : visible.suffix(1)
    case .lineThrough, .xBand, .yBand, .verticalRule, .horizontalRule: return []
    }
  }
}
