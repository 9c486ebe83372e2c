import Charts
import TerminalCells

extension MarkDrawing {
  /// Draws bars from the row of their baseline on, their ends in eighths of a row.
  func drawBars(into buffer: inout CellBuffer) {
    for mark in chart.marks.sorted(by: { $0.z < $1.z }) {
      guard case .bars(let bars) = mark.shape else { continue }
      for bar in bars {
        guard let columns = columns(of: bar), let end = geometry.yScale.position(of: bar.point.y),
          let base = geometry.yScale.edge(at: bar.baseline)
        else { continue }
        draw(columns, from: base, to: min(max(end, 0), 1), mark.role, into: &buffer)
      }
    }
  }

  /// Those whose centre the bar covers, or the one that holds its middle.
  private func columns(of bar: Bar) -> Range<Int>? {
    if let range = bar.xRange {
      return GridSpans(edges: [range.lowerBound, range.upperBound], scale: geometry.xScale, count: plot.width).slots
        .first
        .flatMap { $0 }
    }
    return geometry.column(of: bar.point.x).map { $0 - plot.x..<$0 - plot.x + 1 }
  }

  private func draw(
    _ columns: Range<Int>, from base: Double, to end: Double, _ role: ChartRole, into buffer: inout CellBuffer
  ) {
    let baseRow = Int((base * Double(plot.height)).rounded())
    let eighths = Int((end * Double(plot.height) * 8).rounded()) - 8 * baseRow
    let (full, rest) = abs(eighths).quotientAndRemainder(dividingBy: 8)
    let isUp = end >= base
    for step in 0..<full + 1 {
      let share = step < full ? 8 : eighths == 0 ? 1 : rest
      let row = isUp ? baseRow + step : baseRow - 1 - step
      guard share > 0, (0..<plot.height).contains(row), let part = glyphs.barPart(eighths: share, hangs: !isUp) else {
        continue
      }
      for column in columns {
        let (x, y) = (plot.x + column, plot.maxY - 1 - row)
        put(part.glyph, atX: x, y: y, role, into: &buffer)
        if part.isReversed {
          buffer[x, y].style.attributes.formSymmetricDifference(.reverse)
        }
      }
    }
  }
}

extension ChartGlyphs {
  /// A cell that a bar fills by some eighths, from below or from above; nil where the canvas has nothing so small.
  func barPart(eighths: Int, hangs: Bool) -> (glyph: Character, isReversed: Bool)? {
    switch canvas {
    case .ascii: return eighths >= 4 ? ("#", false) : nil
    case .blocks, .halfBlocks: return eighths >= 6 ? ("█", false) : eighths >= 2 ? (hangs ? "▀" : "▄", false) : nil
    case .braille:
      if !hangs || eighths == 8 { return (Self.eighths[eighths - 1], false) }
      // There are no blocks that hang: the rest of the cell is drawn and reversed.
      return (Self.eighths[7 - eighths], true)
    }
  }

  private static let eighths: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
