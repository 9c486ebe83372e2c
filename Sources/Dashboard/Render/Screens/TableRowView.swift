import Analysis
import ChartCells
import TerminalCells

/// One line of the table of models.
struct TableRowView {
  let model: Model
  let appearance: Appearance
  let columns: [TableColumn]

  func draw(_ row: ModelsTable.Row, into buffer: inout CellBuffer, in rect: Rect) {
    switch row {
    case .run(let id):
      guard let run = model.dumps[run: id] else { return }
      let name = model.dumps.title(of: id)
      guard model.table.folded.contains(id), let last = model.dumps.last(of: run) else {
        // Nothing but its state stands beside the heading of a run whose dumps follow.
        let end = drawActivity(of: id, into: &buffer, in: rect)
        drawName(
          "\(glyph("▾", "-")) \(name)", into: &buffer, in: Rect(x: rect.x, y: rect.y, width: end - rect.x, height: 1))
        return
      }
      drawName(
        "\(glyph("▸", "+")) \(name)", remark: "\(run.entries.count) dumps", into: &buffer, in: nameArea(in: rect))
      draw(last, into: &buffer, in: rect)
    case .dump(let id):
      guard let entry = model.dumps[id] else { return }
      let dump = entry.record.dump
      let isAlone = model.dumps[run: dump.runID]?.entries.count == 1
      drawName(
        isAlone ? "  \(model.dumps.title(of: dump.runID))" : "    \(DumpText.withinRun(dump))", into: &buffer,
        in: nameArea(in: rect))
      drawMark(of: id, into: &buffer, x: rect.x + (isAlone ? 1 : 3), y: rect.y)
      draw(entry, into: &buffer, in: rect)
    }
  }

  /// Where the columns besides the name begin.
  private func columnsX(in rect: Rect) -> Int {
    rect.maxX - columns.reduce(0) { $0 + $1.width + TableColumn.gap }
  }

  private func nameArea(in rect: Rect) -> Rect {
    Rect(x: rect.x, y: rect.y, width: columnsX(in: rect) - rect.x, height: 1)
  }

  /// A name, cut where it does not fit, and a remark that gives way to it.
  private func drawName(_ name: String, remark: String = "", into buffer: inout CellBuffer, in area: Rect) {
    let theme = appearance.theme
    let x = buffer.write(" \(name)", x: area.x, y: area.y, style: theme.style(.foreground), within: area)
    if name.displayWidth + 1 > area.width {
      buffer.write(glyph("…", "~"), x: area.maxX - 1, y: area.y, style: theme.style(.dim), within: area)
    } else if x + 2 + remark.displayWidth <= area.maxX {
      buffer.write("  \(remark)", x: x, y: area.y, style: theme.style(.dim), within: area)
    }
  }

  /// Whether a dump is marked or pinned, before its name.
  private func drawMark(of id: Dump.ID, into buffer: inout CellBuffer, x: Int, y: Int) {
    if model.view.pinned == id {
      buffer.write(glyph("★", "*"), x: x, y: y, style: appearance.theme.style(.pin))
    } else if model.view.marked.contains(id) {
      buffer.write(glyph("●", "o"), x: x, y: y, style: appearance.theme.style(.mark))
    }
  }

  /// What a run is doing, at the right end of the line; returns the column before it.
  private func drawActivity(of run: RunID, into buffer: inout CellBuffer, in rect: Rect) -> Int {
    guard let activity = model.dumps.activities[run] else { return rect.maxX }
    let text = ActivityText(activity, canvas: appearance.canvas)
    let x = rect.maxX - max(TableColumn.state.width, text.long.displayWidth)
    buffer.write(text.long, x: x, y: rect.y, style: appearance.theme.style(text.role), within: rect)
    return x - TableColumn.gap
  }

  private func draw(_ entry: DumpEntry, into buffer: inout CellBuffer, in rect: Rect) {
    let theme = appearance.theme
    var x = columnsX(in: rect) + TableColumn.gap
    // Numbers of before are better than none while new ones are on their way.
    if entry.isBeingRenewed { return drawNumbers(of: entry, into: &buffer, in: rect) }
    switch entry.state {
    case .queued:
      buffer.write("queued", x: x, y: rect.y, style: theme.style(.stale), within: rect)
    case .computing:
      let percent = entry.percentDone ?? 0
      x = buffer.write("computing \(percent) %  ", x: x, y: rect.y, style: theme.style(.live), within: rect)
      if entry.record.isPreview {
        buffer.write(
          "α ≈ \(NumberText.fixed(entry.record.alpha, 3)) preview", x: x, y: rect.y, style: theme.style(.live),
          within: rect)
        return
      }
      let bar = max(0, min(24, rect.maxX - x - 1))
      let done = bar * percent / 100
      x = buffer.write(
        String(repeating: glyph("━", "="), count: done), x: x, y: rect.y, style: theme.style(.live), within: rect)
      buffer.write(
        String(repeating: glyph("╌", "-"), count: bar - done), x: x, y: rect.y, style: theme.style(.dim), within: rect)
    case .failed:
      let reason = entry.record.failure?.message ?? ""
      buffer.write("\(glyph("✗", "x")) \(reason)", x: x, y: rect.y, style: theme.style(.error), within: rect)
    case .done:
      drawNumbers(of: entry, into: &buffer, in: rect)
    }
  }

  private func drawNumbers(of entry: DumpEntry, into buffer: inout CellBuffer, in rect: Rect) {
    for (column, x) in TableColumn.places(columns, in: rect) {
      let isState = column == .state
      let state = StateText(entry, in: model, canvas: appearance.canvas)
      let text =
        isState
        ? state.text
        : column.text(entry.record, hasOwnFit: model.fits.isOwn(entry.id), canvas: appearance.canvas)
      let indent = column.isLeftAligned ? 0 : max(0, column.width - text.displayWidth)
      let style = isState ? appearance.theme.style(state.role) : style(of: column)
      buffer.write(text, x: x + indent, y: rect.y, style: style, within: rect)
    }
  }

  private func style(of column: TableColumn) -> Style {
    switch column {
    case .alpha: appearance.theme.style(.title)
    case .accuracy: appearance.theme.style(.foreground)
    case .spectrum: appearance.theme.style(.series(0))
    case .shape, .state, .quantity: appearance.theme.style(.dim)
    }
  }

  private func glyph(_ unicode: String, _ ascii: String) -> String { appearance.canvas == .ascii ? ascii : unicode }
}
