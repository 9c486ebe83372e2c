import Charts
import TerminalCells

/// Everything of a chart that is around the plot area.
struct FrameDrawing {
  let chart: Chart
  let layout: ChartLayout
  let theme: ResolvedTheme
  let glyphs: ChartGlyphs

  private var frame: Rect { layout.geometry.frame }
  private var plot: Rect { layout.geometry.plot }

  func drawAxes(into buffer: inout CellBuffer) {
    let axis = theme.style(.axis)
    let tick = theme.style(.tick)
    let label = theme.style(.label)
    let (axisX, axisY) = (plot.x - 1, plot.maxY)

    for y in plot.y..<plot.maxY { buffer[axisX, y] = Cell(glyphs.yAxis, style: axis) }
    for x in plot.x..<plot.maxX { buffer[x, axisY] = Cell(glyphs.xAxis, style: axis) }
    buffer[axisX, axisY] = Cell(glyphs.corner, style: axis)

    // Major marks last: where a minor one shares their cell they must not be lost.
    for mark in layout.yTicks.sorted(by: { !$0.isMajor && $1.isMajor }) {
      guard let row = Scale.slot(mark.position, of: plot.height) else { continue }
      let y = plot.maxY - 1 - row
      buffer[axisX, y] = Cell(mark.isMajor ? glyphs.yMajorTick : glyphs.yMinorTick, style: tick)
      if layout.showsYLabels, let text = mark.label.map(glyphs.text) {
        buffer.write(text, x: axisX - 1 - text.displayWidth, y: y, style: label, within: frame)
      }
    }
    for mark in layout.xTicks.sorted(by: { !$0.isMajor && $1.isMajor }) {
      guard let column = Scale.slot(mark.position, of: plot.width) else { continue }
      buffer[plot.x + column, axisY] = Cell(mark.isMajor ? glyphs.xMajorTick : glyphs.xMinorTick, style: tick)
      if let text = mark.label, let start = layout.xRoom.labelStart(text, at: mark.position) {
        buffer.write(glyphs.text(text), x: plot.x + start, y: axisY + 1, style: label, within: frame)
      }
    }
  }

  func drawText(into buffer: inout CellBuffer) {
    let label = theme.style(.label)
    if layout.headerRows > 0 {
      buffer.write(glyphs.text(chart.yAxis.title), x: frame.x + 1, y: frame.y, style: label, within: frame)
      if let x = layout.titleX {
        buffer.write(glyphs.text(chart.title), x: x, y: frame.y, style: theme.style(.title), within: frame)
      }
      drawLegend(into: &buffer)
    }
    guard let row = layout.footerRow else { return }
    let notes = layout.notes.joined(separator: glyphs.text(" · "))
    let title = glyphs.text(chart.xAxis.title)
    let notesX = max(plot.x, frame.maxX - notes.displayWidth)
    if notes.isEmpty || plot.x + title.displayWidth + 2 <= notesX {
      buffer.write(title, x: plot.x, y: row, style: label, within: frame)
    }
    buffer.write(notes, x: notesX, y: row, style: theme.style(.warning), within: frame)
  }

  private func drawLegend(into buffer: inout CellBuffer) {
    for item in layout.legend.items {
      let y = frame.y + item.row
      let end = item.row == 0 ? layout.titleX.map { $0 - 2 } ?? frame.maxX : frame.maxX
      let room = Rect(x: item.x, y: y, width: end - item.x, height: 1)
      let next = buffer.write(item.sample, x: item.x, y: y, style: theme.style(item.role), within: room)
      buffer.write(item.label, x: next + 1, y: y, style: theme.style(.label), within: room)
    }
    guard let text = layout.legend.omission, layout.headerRows > 0 else { return }
    let end = layout.headerRows == 1 ? layout.titleX.map { $0 - 2 } ?? frame.maxX : frame.maxX
    buffer.write(
      text, x: end - text.displayWidth, y: frame.y + layout.headerRows - 1, style: theme.style(.label), within: frame)
  }
}
