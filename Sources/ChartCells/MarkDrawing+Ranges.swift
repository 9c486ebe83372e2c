import Charts
import TerminalCells

extension MarkDrawing {
  /// Shades ranges with the colour of their role. Their edges are rules, for a terminal without colours.
  func drawBands(into buffer: inout CellBuffer) {
    for mark in chart.marks {
      guard let area = area(of: mark.shape) else { continue }
      let color = theme.color(theme.theme.color(for: mark.role))
      if color != .terminalDefault { buffer.restyle(area) { $0.background = color } }
    }
  }

  /// Draws rules and the edges of bands, for which the domain has a place.
  func drawRules(into buffer: inout CellBuffer) {
    for mark in chart.marks.sorted(by: { $0.z < $1.z }) {
      let (xs, ys) = mark.shape.rules
      let style = MarkStyle(mark, theme: theme.theme).line
      for x in xs.compactMap(geometry.column) {
        for y in plot.y..<plot.maxY { put(glyphs.verticalRule(style), atX: x, y: y, mark.role, into: &buffer) }
      }
      for y in ys.compactMap(geometry.row) {
        for x in plot.x..<plot.maxX { put(glyphs.horizontalRule(style), atX: x, y: y, mark.role, into: &buffer) }
      }
    }
  }

  /// The cells that a band covers; `nil` for what is no band or outside of the domain.
  private func area(of shape: Mark.Shape) -> Rect? {
    switch shape {
    case .xBand(let from, let to):
      guard let (first, last) = slots(from, to, geometry.xScale, of: plot.width) else { return nil }
      return Rect(x: plot.x + first, y: plot.y, width: last - first + 1, height: plot.height)
    case .yBand(let from, let to):
      guard let (first, last) = slots(from, to, geometry.yScale, of: plot.height) else { return nil }
      return Rect(x: plot.x, y: plot.maxY - 1 - last, width: plot.width, height: last - first + 1)
    case .line, .points, .errorBars, .area, .cells, .bars, .label, .lineThrough, .verticalRule, .horizontalRule:
      return nil
    }
  }

  private func slots(_ from: Double, _ to: Double, _ scale: Scale, of count: Int) -> (Int, Int)? {
    let (least, greatest) = (max(min(from, to), scale.lower), min(max(from, to), scale.upper))
    guard least <= greatest,
      let first = scale.position(of: least).flatMap({ Scale.slot($0, of: count) }),
      let last = scale.position(of: greatest).flatMap({ Scale.slot($0, of: count) })
    else { return nil }
    return (first, last)
  }
}
