import ChartCells
import TerminalCells

/// A framed text over the screen.
struct OverlayView {
  let text: OverlayText
  let scroll: Int
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, _ layout: ScreenLayout) {
    let frame = layout.overlay
    guard frame.width >= 2, frame.height >= 2 else { return }
    let theme = appearance.theme
    buffer.fill(frame, with: Cell(" ", style: theme.style(.foreground)))
    OverlayFrame(title: text.title, appearance: appearance).draw(into: &buffer, in: frame)

    let area = layout.overlayText
    guard !area.isEmpty else { return }
    let first = max(0, min(scroll, text.lines.count - area.height))
    let keyWidth = text.lines.map(\.key.displayWidth).max() ?? 0
    for (row, line) in text.lines.dropFirst(first).prefix(area.height).enumerated() {
      buffer.write(line.key, x: area.x, y: area.y + row, style: theme.style(.key), within: area)
      let x = area.x + (keyWidth > 0 ? keyWidth + 2 : 0)
      buffer.write(line.text, x: x, y: area.y + row, style: theme.style(line.role), within: area)
    }
    let below = text.lines.count - first - area.height
    if below > 0 {
      buffer.write(" \(below) more ", x: frame.x + 2, y: frame.maxY - 1, style: theme.style(.dim), within: frame)
    }
  }
}
