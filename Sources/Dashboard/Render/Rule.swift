import ChartCells
import TerminalCells

/// Straight lines between parts of the screen.
enum Rule {
  static func horizontal(in rect: Rect, _ appearance: Appearance, into buffer: inout CellBuffer) {
    let line = Cell(appearance.canvas == .ascii ? "-" : "─", style: appearance.theme.style(.border))
    buffer.fill(Rect(x: rect.x, y: rect.y, width: rect.width, height: min(1, rect.height)), with: line)
  }

  static func vertical(in rect: Rect, _ appearance: Appearance, into buffer: inout CellBuffer) {
    let line = Cell(appearance.canvas == .ascii ? "|" : "│", style: appearance.theme.style(.border))
    buffer.fill(Rect(x: rect.x, y: rect.y, width: min(1, rect.width), height: rect.height), with: line)
  }
}
