import Charts
import TerminalCells

extension MarkDrawing {
  /// Fills the rectangles of heat cells and writes into those with room for it.
  func drawCells(into buffer: inout CellBuffer) {
    for mark in chart.marks {
      guard case .cells(let cells) = mark.shape else { continue }
      let columns = GridSpans(edges: cells.xEdges, scale: geometry.xScale, count: plot.width)
      let rows = GridSpans(edges: cells.yEdges, scale: geometry.yScale, count: plot.height)
      let palette = RampPalette(cells.ramp, theme: theme, canvas: glyphs.canvas)
      fill(cells, columns, rows, palette, into: &buffer)
      write(cells, columns, rows, palette, into: &buffer)
    }
  }

  private func fill(
    _ cells: HeatCells, _ columns: GridSpans, _ rows: GridSpans, _ palette: RampPalette, into buffer: inout CellBuffer
  ) {
    let hatching = Cell(glyphs.hatching, style: theme.style(UIRole.dim))
    for (row, rowMembers) in rows.members.enumerated() where !rowMembers.isEmpty {
      for (column, columnMembers) in columns.members.enumerated() where !columnMembers.isEmpty {
        let position = meanPosition(cells, columnMembers, rowMembers)
        buffer[plot.x + column, plot.maxY - 1 - row] = position.map(palette.cell) ?? hatching
      }
    }
  }

  /// Of those that share a place; nil where all are missing.
  private func meanPosition(_ cells: HeatCells, _ columns: Range<Int>, _ rows: Range<Int>) -> Double? {
    var (sum, count) = (0.0, 0)
    for row in rows {
      for column in columns {
        guard let position = cells.position(ofCell: row * cells.columns + column) else { continue }
        sum += position
        count += 1
      }
    }
    return count == 0 ? nil : sum / Double(count)
  }

  private func write(
    _ cells: HeatCells, _ columns: GridSpans, _ rows: GridSpans, _ palette: RampPalette, into buffer: inout CellBuffer
  ) {
    for row in rows.slots.indices {
      for column in columns.slots.indices {
        let cell = row * cells.columns + column
        guard let position = cells.position(ofCell: cell), let xs = columns.slots[column], let ys = rows.slots[row]
        else { continue }
        let isBest = cell == cells.best
        let isAlone = columns.isAlone(column) && rows.isAlone(row)
        guard isBest || isAlone else { continue }
        let written = isAlone && cells.texts.indices.contains(cell) ? glyphs.text(cells.texts[cell]) : ""
        guard let text = text(written, isBest: isBest, width: xs.count, palette) else { continue }
        var style = palette.textStyle(at: position)
        if isBest { style.attributes.insert(.bold) }
        buffer.write(
          text, x: plot.x + xs.lowerBound + (xs.count - text.displayWidth) / 2,
          y: plot.maxY - 1 - (ys.lowerBound + ys.upperBound) / 2, style: style, within: plot)
      }
    }
  }

  /// What of a text and the star of the best fits beside the text of the next cell; nil for nothing.
  private func text(_ text: String, isBest: Bool, width: Int, _ palette: RampPalette) -> String? {
    let star = isBest ? String(glyphs.marker(.star)) : ""
    for candidate in [star + text, star] where !candidate.isEmpty {
      // A character that stands for a colour must not touch a digit.
      if palette.isShaded, candidate.displayWidth + 2 <= width { return " \(candidate) " }
      if candidate.displayWidth < width || candidate == star { return candidate }
    }
    return nil
  }
}
