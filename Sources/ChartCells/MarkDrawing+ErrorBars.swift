import Charts
import TerminalCells

extension MarkDrawing {
  /// Draws the ranges that points lie in as thin lines; their markers come later and over them.
  func drawErrorBars(into buffer: inout CellBuffer) {
    for mark in chart.marks.sorted(by: { $0.z < $1.z }) {
      guard case .errorBars(let bars) = mark.shape else { continue }
      for bar in bars {
        if let range = bar.yRange, let x = geometry.column(of: bar.point.x) {
          for (slot, reach) in reaches(range, geometry.yScale, count: plot.height) {
            put(glyphs.thinLine(reach, isVertical: true), atX: x, y: plot.maxY - 1 - slot, mark.role, into: &buffer)
          }
        }
        if let range = bar.xRange, let y = geometry.row(of: bar.point.y) {
          for (slot, reach) in reaches(range, geometry.xScale, count: plot.width) {
            put(glyphs.thinLine(reach, isVertical: false), atX: plot.x + slot, y: y, mark.role, into: &buffer)
          }
        }
      }
    }
  }

  /// What part of a cell a thin line passes, seen along its axis.
  enum Reach { case all, firstHalf, secondHalf }

  /// The cells along an axis that a range passes, to half a cell. Clipped at the edges.
  private func reaches(_ range: ClosedRange<Double>, _ scale: Scale, count: Int) -> [(slot: Int, reach: Reach)] {
    guard range.lowerBound <= scale.upper, range.upperBound >= scale.lower,
      let start = scale.edge(at: range.lowerBound),
      let end = scale.edge(at: range.upperBound), let first = Scale.slot(start, of: 2 * count),
      let last = Scale.slot(end, of: 2 * count), first < last
    else { return [] }
    return (first / 2...last / 2).map { slot in
      let reach: Reach = 2 * slot < first ? .secondHalf : 2 * slot + 1 > last ? .firstHalf : .all
      return (slot, reach)
    }
  }
}

extension ChartGlyphs {
  /// A line along an axis. The first half of a cell is its left or lower one.
  func thinLine(_ reach: MarkDrawing.Reach, isVertical: Bool) -> Character {
    switch (canvas == .braille ? reach : .all, isVertical) {
    case (.all, true): verticalRule(.solid)
    case (.all, false): horizontalRule(.solid)
    case (.firstHalf, true): "╷"
    case (.secondHalf, true): "╵"
    case (.firstHalf, false): "╴"
    case (.secondHalf, false): "╶"
    }
  }
}
