import Charts

extension MarkSketch {
  /// How many colours of a ramp are told apart.
  private static let steps = 256

  /// Fills the rectangles of heat cells and writes into those with room for it.
  func drawCells() {
    for mark in chart.marks {
      guard case .cells(let cells) = mark.shape else { continue }
      let colors = style.theme.colors(of: cells.ramp, count: Self.steps)
      for cell in 0..<min(cells.values.count, cells.columns * cells.rows) {
        guard let box = box(ofCell: cell, of: cells) else { continue }
        guard let position = cells.position(ofCell: cell),
          let color = Scale.slot(position, of: colors.count).map({ colors[$0] })
        else {
          hatch(box)
          continue
        }
        page.fill(box, color)
        // Nothing shines through between neighbours.
        page.stroke(corners(of: box), isClosed: true, color, width: 0.15)
      }
      for cell in cells.shownCells { write(cells, cell, colors) }
    }
  }

  private func box(ofCell cell: Int, of cells: HeatCells) -> Box? {
    let (row, column) = cell.quotientAndRemainder(dividingBy: cells.columns)
    guard let left = chart.xAxis.scale.edge(at: cells.xEdges[column]),
      let right = chart.xAxis.scale.edge(at: cells.xEdges[column + 1]),
      let bottom = chart.yAxis.scale.edge(at: cells.yEdges[row]),
      let top = chart.yAxis.scale.edge(at: cells.yEdges[row + 1]), left < right, bottom < top
    else { return nil }
    return Box(x: x(at: left), y: y(at: top), width: (right - left) * plot.width, height: (top - bottom) * plot.height)
  }

  private func corners(of box: Box) -> [Place] {
    [
      Place(x: box.x, y: box.y), Place(x: box.maxX, y: box.y), Place(x: box.maxX, y: box.maxY),
      Place(x: box.x, y: box.maxY),
    ]
  }

  /// What is missing is neither low nor high.
  private func hatch(_ box: Box) {
    page.clipped(to: box) {
      var start = box.x - box.height
      while start < box.maxX {
        page.stroke(
          [Place(x: start, y: box.maxY), Place(x: start + box.height, y: box.y)], style.color(UIRole.dim),
          width: 0.05 * f)
        start += 0.7 * f
      }
    }
  }

  /// The text of a cell, and a star on the best.
  private func write(_ cells: HeatCells, _ cell: Int, _ colors: [ThemeColor.RGB]) {
    guard let box = box(ofCell: cell, of: cells), let position = cells.position(ofCell: cell),
      let ground = Scale.slot(position, of: colors.count).map({ colors[$0] })
    else { return }
    let text = cells.texts.indices.contains(cell) ? cells.texts[cell] : ""
    let size = 0.9 * f
    let isBest = cell == cells.best
    let room = box.width - 0.4 * f - (isBest ? 1.1 * f : 0)
    let fits = !text.isEmpty && page.width(of: text, size: size) <= room && box.height >= 1.2 * f
    let center = Place(x: box.x + box.width / 2, y: box.y + box.height / 2)
    let shift = isBest && fits ? 0.55 * f : 0
    if fits {
      page.write(
        text, at: Place(x: center.x + shift, y: center.y + 0.33 * f), size: size, ground.readableText, anchor: .middle)
    }
    guard isBest else { return }
    let left = fits ? page.width(of: text, size: size) / 2 : 0
    markers.draw(.star, at: Place(x: center.x - left, y: center.y), ground.readableText, halo: false)
  }
}
