import ChartCells
import TerminalCells

/// Draws `LaboratoryText` where other screens have details of a dump.
struct LaboratoryView {
  let model: Model
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let lines = LaboratoryText(model).lines(width: rect.width, height: rect.height)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      let y = rect.y + row
      var x = rect.x
      for span in line.spans {
        x = buffer.write(span.text, x: x, y: y, style: appearance.theme.style(span.role), within: rect)
      }
      for place in line.places where place.parameter == model.laboratory.parameter {
        let columns = place.columns.clamped(to: 0..<rect.width)
        appearance.select(Rect(x: rect.x + columns.lowerBound, y: y, width: columns.count, height: 1), in: &buffer)
      }
    }
  }
}
