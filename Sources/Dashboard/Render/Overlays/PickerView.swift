import ChartCells
import TerminalCells

/// A framed list to choose from, the text that narrows it above.
struct PickerView {
  let picker: Picker
  let filter: String
  let selection: Int
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, _ layout: ScreenLayout) {
    guard let layout = PickerLayout(layout, count: picker.items.count, selection: selection) else { return }
    let theme = appearance.theme
    buffer.fill(layout.frame, with: Cell(" ", style: theme.style(.foreground)))
    OverlayFrame(title: picker.title, appearance: appearance).draw(into: &buffer, in: layout.frame)
    let (area, list) = (layout.line, layout.list)
    var x = buffer.write("> \(filter)", x: area.x, y: area.y, style: theme.style(.foreground), within: area)
    var cursor = theme.style(.foreground)
    cursor.attributes.insert(.reverse)
    x = buffer.write(" ", x: x, y: area.y, style: cursor, within: area)
    let count = "\(picker.items.count)"
    buffer.write(count, x: area.maxX - count.displayWidth, y: area.y, style: theme.style(.dim), within: area)

    for (row, index) in (layout.first..<picker.items.count).prefix(list.height).enumerated() {
      let line = Rect(x: list.x - 1, y: list.y + row, width: list.width + 2, height: 1)
      draw(picker.items[index], into: &buffer, in: line)
      if index == selection { appearance.select(line, in: &buffer) }
    }
    if picker.items.isEmpty {
      buffer.write("nothing has these words", x: list.x, y: list.y, style: theme.style(.dim), within: list)
    }
  }

  private func draw(_ item: Picker.Item, into buffer: inout CellBuffer, in line: Rect) {
    let theme = appearance.theme
    let sign = item.isCurrent ? (appearance.canvas == .ascii ? "*" : "●") : " "
    buffer.write(sign, x: line.x + 1, y: line.y, style: theme.style(.mark), within: line)
    buffer.write(item.title, x: line.x + 3, y: line.y, style: theme.style(.foreground), within: line)
    buffer.write(
      item.detail, x: line.maxX - item.detail.displayWidth - 1, y: line.y, style: theme.style(.key), within: line)
  }
}
