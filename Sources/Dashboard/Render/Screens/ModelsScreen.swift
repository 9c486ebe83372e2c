import ChartCells
import TerminalCells

/// Screen 1: the table of dumps grouped by run; on wide terminals the selected one's details and spectrum beside it.
struct ModelsScreen {
  let model: Model
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, _ layout: ScreenLayout) {
    let rows = model.table.rows(of: model.dumps)
    let columns = TableColumn.fitting(width: layout.table.width, chosen: model.view.columns)
    drawTitles(columns, into: &buffer, in: layout.table)
    if rows.isEmpty {
      let text =
        WatchText(model.news.watching).isWaiting
        ? "\(model.title) is not there yet; it is waited for"
        : model.news.isDiscovering
          ? "looking for dumps …"
          : model.dumps.count > 0
            ? "no dump matches the filter" : "no .npy file with two or more axes below \(model.title)"
      buffer.write(
        text, x: layout.table.x + 2, y: layout.table.y + 2, style: appearance.theme.style(.dim), within: layout.table)
    }

    let selected = model.table.selectedIndex(in: rows)
    for (line, index) in (model.table.scroll..<rows.count).prefix(layout.tableRows).enumerated() {
      let rect = Rect(x: layout.table.x, y: layout.table.y + 1 + line, width: layout.table.width, height: 1)
      TableRowView(model: model, appearance: appearance, columns: columns).draw(rows[index], into: &buffer, in: rect)
      if index == selected { appearance.select(rect, in: &buffer) }
    }

    guard !layout.details.isEmpty || layout.showsSpectrum else { return }
    if layout.showsSpectrum {
      Rule.vertical(
        in: Rect(x: layout.table.maxX + 1, y: layout.body.y, width: 1, height: layout.body.height), appearance,
        into: &buffer)
    } else {
      Rule.horizontal(
        in: Rect(x: layout.body.x, y: layout.details.y - 1, width: layout.body.width, height: 1), appearance,
        into: &buffer)
    }
    guard let entry = model.selected else { return }
    DetailsView(entry: entry, model: model, appearance: appearance)
      .draw(into: &buffer, in: layout.details)
    guard layout.showsSpectrum else { return }
    if let figure = model.spectrumFigure(of: entry) {
      ChartPane(model: model, appearance: appearance, figure: figure, pane: PaneID(screen: .models))
        .draw(into: &buffer, in: layout.chart, showsResiduals: false)
    } else {
      buffer.write(
        Absence(in: model).text, x: layout.chart.x + 1, y: layout.chart.y + layout.chart.height / 2,
        style: appearance.theme.style(.dim), within: layout.chart)
    }
  }

  private func drawTitles(_ columns: [TableColumn], into buffer: inout CellBuffer, in table: Rect) {
    guard !table.isEmpty else { return }
    let style = appearance.theme.style(.dim)
    let row = Rect(x: table.x, y: table.y, width: table.width, height: 1)
    buffer.write(" run / checkpoint", x: row.x, y: row.y, style: style, within: row)
    for (column, x) in TableColumn.places(columns, in: table) {
      // The first key has the darker arrow.
      let place = column.sortKey.flatMap(model.table.order.place)
      let arrow = place.map { $0.index == 0 ? ($0.isReversed ? "▴" : "▾") : ($0.isReversed ? "▵" : "▿") } ?? ""
      let title = column.title + (appearance.canvas == .ascii && !arrow.isEmpty ? "*" : arrow) + column.remark
      let indent = column.isLeftAligned ? 0 : max(0, column.width - title.displayWidth)
      buffer.write(title, x: x + indent, y: row.y, style: style, within: row)
    }
  }
}
