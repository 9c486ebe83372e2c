import Charts
import TerminalCells

extension MarkDrawing {
  /// Draws the markers of points and curves. Where several marks have points in one cell, one of them wins it; how many
  /// points there are is shown by the weight of the marker.
  func drawPoints(into buffer: inout CellBuffer) {
    guard !plot.isEmpty else { return }
    var contests = CellContests(width: plot.width, height: plot.height)
    var totals: [Int: Int] = [:]
    for (index, mark) in chart.marks.enumerated() {
      var counts: [Int: Int] = [:]
      for point in markedPoints(of: mark) {
        guard let (x, y) = geometry.cell(of: point) else { continue }
        counts[(y - plot.y) * plot.width + x - plot.x, default: 0] += 1
      }
      for (cell, count) in counts {
        contests.enter(index, cell: cell, z: mark.z, weight: count)
        // What only repeats others has no name.
        let total = totals[cell, default: 0]
        totals[cell] = mark.isCurve ? max(total, 1) : mark.name == nil ? max(total, count) : total + count
      }
    }
    contests.forEachWinner { cell, index in
      let mark = chart.marks[index]
      let (x, y) = (plot.x + cell % plot.width, plot.y + cell / plot.width)
      let shape = MarkStyle(mark, theme: theme.theme).marker ?? .circle
      put(glyphs.marker(shape), atX: x, y: y, theme.style(mark.role), into: &buffer)
      weigh(&buffer[x, y].style, mark.role, count: totals[cell, default: 1])
    }
  }

  /// Shows by the style of a cell how many points are in it: 1, 2, 3 to 5, or more. By a shade behind the marker where
  /// there are colours for that, else by what is bold and what is reversed.
  private func weigh(_ style: inout Style, _ role: ChartRole, count: Int) {
    guard count > 1 else { return }
    style.attributes.insert(.bold)
    if let shade = theme.shade(role, share: count == 2 ? 0.25 : count <= 5 ? 0.4 : 0.55) {
      style.background = shade
    } else if count > 2 {
      style.attributes.insert(.reverse)
    }
  }

  /// The points that get a marker. A curve marks its points where they stand apart, and only its end where markers would
  /// hide it.
  private func markedPoints(of mark: Mark) -> [DataPoint] {
    switch mark.shape {
    case .points(let points): return points
    case .errorBars(let bars): return bars.map(\.point)
    case .line(let points):
      guard MarkStyle(mark, theme: theme.theme).marker != nil else { return [] }
      // Long curves have their end soon, and too many points soon: most need no look.
      guard let last = points.last(where: { geometry.cell(of: $0) != nil }) else { return [] }
      var visible: [DataPoint] = []
      for point in points where geometry.cell(of: point) != nil {
        visible.append(point)
        if visible.count * 4 > plot.width { return [last] }
      }
      return visible
    case .area, .cells, .bars, .label, .lineThrough, .xBand, .yBand, .verticalRule, .horizontalRule: return []
    }
  }
}

extension Mark {
  fileprivate var isCurve: Bool { if case .line = shape { true } else { false } }
}
