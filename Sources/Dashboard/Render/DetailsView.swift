import Analysis
import ChartCells
import TerminalCells

/// Everything about one dump, most wanted first; as much as fits.
struct DetailsView {
  let entry: DumpEntry
  let model: Model
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, in rect: Rect) {
    // Text does not touch the edge of the screen.
    let rect = rect.inset(right: 1)
    guard !rect.isEmpty else { return }
    let lines = DetailsText(entry, in: model)
      .lines(width: rect.width, height: rect.height)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      var x = rect.x
      for span in line {
        x = buffer.write(span.text, x: x, y: rect.y + row, style: appearance.theme.style(span.role), within: rect)
      }
    }
  }
}
