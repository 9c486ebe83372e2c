import ChartCells
import TerminalCells

/// Draws `LaboratoryText` where other screens have details of a dump.
struct LaboratoryView {
  let model: Model
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let title = model.selected.map { DumpText.full($0.record.dump, in: model.dumps) }
    let lines = LaboratoryText(laboratory: model.laboratory, dumpTitle: title)
      .lines(width: rect.width, height: rect.height)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      let y = rect.y + row
      var x = rect.x
      for span in line.spans {
        x = buffer.write(span.text, x: x, y: y, style: appearance.theme.style(span.role), within: rect)
      }
      if let selection = line.selection {
        let width = min(selection.upperBound, rect.width) - selection.lowerBound
        appearance.select(Rect(x: rect.x + selection.lowerBound, y: y, width: width, height: 1), in: &buffer)
      }
    }
  }
}
