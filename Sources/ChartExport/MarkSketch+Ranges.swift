import Charts

extension MarkSketch {
  /// Shades ranges.
  func drawRanges() {
    for mark in marks {
      guard let box = box(of: mark.shape) else { continue }
      page.fill(box, style.shade(mark.role), opacity: style.shadeOpacity(mark.role))
    }
  }

  private func box(of shape: Mark.Shape) -> Box? {
    switch shape {
    case .xBand(let from, let to):
      guard let first = chart.xAxis.scale.edge(at: min(from, to)), let last = chart.xAxis.scale.edge(at: max(from, to)),
        first < last
      else { return nil }
      return Box(x: x(at: first), y: plot.y, width: (last - first) * plot.width, height: plot.height)
    case .yBand(let from, let to):
      guard let first = chart.yAxis.scale.edge(at: min(from, to)), let last = chart.yAxis.scale.edge(at: max(from, to)),
        first < last
      else { return nil }
      return Box(x: plot.x, y: y(at: last), width: plot.width, height: (last - first) * plot.height)
    case .line, .points, .errorBars, .area, .cells, .bars, .label, .lineThrough, .verticalRule, .horizontalRule:
      return nil
    }
  }

  /// Rules and the edges of ranges, for which the axes have a place.
  func drawRules() {
    for mark in marks {
      let (xs, ys) = mark.shape.rules
      let line = look(mark).line
      for position in xs.compactMap(chart.xAxis.scale.position) where (0...1).contains(position) {
        page.stroke(
          [Place(x: x(at: position), y: plot.y), Place(x: x(at: position), y: plot.maxY)], style.ink(mark.role),
          width: 0.08 * f, style: line)
      }
      for position in ys.compactMap(chart.yAxis.scale.position) where (0...1).contains(position) {
        page.stroke(
          [Place(x: plot.x, y: y(at: position)), Place(x: plot.maxX, y: y(at: position))], style.ink(mark.role),
          width: 0.08 * f, style: line)
      }
    }
  }
}
