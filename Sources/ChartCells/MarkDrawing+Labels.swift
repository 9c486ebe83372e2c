import Charts
import TerminalCells

extension MarkDrawing {
  /// Writes labels beside their points, where they cover the least of what is drawn.
  func drawLabels(into buffer: inout CellBuffer) {
    for mark in chart.marks.sorted(by: { $0.z < $1.z }) {
      guard case .label(let point, let label) = mark.shape, let cell = geometry.cell(of: point) else { continue }
      let text = glyphs.text(label)
      let width = text.displayWidth
      // The nearest of the best: `min` keeps the first.
      guard
        let place = places(around: cell, width: width).min(by: { cost($0, width, buffer) < cost($1, width, buffer) })
      else { continue }
      let backgrounds = (place.x..<place.x + width).map { buffer[$0, place.y].style.background }
      buffer.write(text, x: place.x, y: place.y, style: theme.style(mark.role), within: plot)
      for (x, background) in zip(place.x..., backgrounds) where x < plot.maxX {
        buffer[x, place.y].style.background = background
      }
    }
  }

  /// Where a text may begin, the preferred first: right of the point, left of it, then over and under it, ever farther
  /// away. All on the plot area, none over the point.
  private func places(around cell: (x: Int, y: Int), width: Int) -> [(x: Int, y: Int)] {
    let (right, left, middle) = (cell.x + 2, cell.x - 1 - width, cell.x - width / 2)
    var places = [(right, cell.y), (left, cell.y)]
    for distance in 1...3 {
      for y in [cell.y - distance, cell.y + distance] { places += [right, left, middle].map { ($0, y) } }
    }
    let latest = max(plot.x, plot.maxX - width)
    // What the edge cuts off moves inwards, but never over the point itself.
    for y in [cell.y - 1, cell.y + 1, cell.y - 2, cell.y + 2] { places.append((min(max(middle, plot.x), latest), y)) }
    return places.filter { x, y in
      x >= plot.x && (x + width <= plot.maxX || x == plot.x) && y >= plot.y && y < plot.maxY
    }
  }

  /// How many cells that show something a text would cover.
  private func cost(_ place: (x: Int, y: Int), _ width: Int, _ buffer: CellBuffer) -> Int {
    (place.x..<place.x + width).count { buffer[$0, place.y].character != " " }
  }
}
