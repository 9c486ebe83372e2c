import ChartCells
import TerminalCells

/// The frame of what lies over a screen, with its title.
struct OverlayFrame {
  let title: String
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, in frame: Rect) {
    let style = appearance.theme.style(.borderFocus)
    let isASCII = appearance.canvas == .ascii
    let corners: [Character] = isASCII ? ["+", "+", "+", "+"] : ["╭", "╮", "╰", "╯"]
    let horizontal = Cell(isASCII ? "-" : "─", style: style)
    let vertical = Cell(isASCII ? "|" : "│", style: style)
    buffer.fill(Rect(x: frame.x, y: frame.y, width: frame.width, height: 1), with: horizontal)
    buffer.fill(Rect(x: frame.x, y: frame.maxY - 1, width: frame.width, height: 1), with: horizontal)
    buffer.fill(Rect(x: frame.x, y: frame.y, width: 1, height: frame.height), with: vertical)
    buffer.fill(Rect(x: frame.maxX - 1, y: frame.y, width: 1, height: frame.height), with: vertical)
    for (index, corner) in corners.enumerated() {
      let x = index % 2 == 0 ? frame.x : frame.maxX - 1
      let y = index < 2 ? frame.y : frame.maxY - 1
      buffer[x, y] = Cell(corner, style: style)
    }
    buffer.write(" \(title) ", x: frame.x + 2, y: frame.y, style: appearance.theme.style(.title), within: frame)
  }
}
