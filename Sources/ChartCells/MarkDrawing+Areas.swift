import Charts
import TerminalCells

extension MarkDrawing {
  /// Shades areas with the colour of their role. Where there is none, ``drawCurves(into:)`` draws their edges.
  func drawAreas(into buffer: inout CellBuffer) {
    for mark in chart.marks.sorted(by: { $0.z < $1.z }) {
      guard case .area(let points) = mark.shape, let color = theme.shade(mark.role) else { continue }
      for edges in edges(of: points) { shade(edges, color, into: &buffer) }
    }
  }

  /// Whether the area may have nothing to be seen by but its edges.
  func drawsEdges(ofArea mark: Mark) -> Bool {
    glyphs.canvas == .ascii || !theme.hasManyColors || theme.shade(mark.role) == nil
  }

  /// The two curves of an area in the space of the scales, with what cannot be shown at the end of its axis; one pair for
  /// each of the parts that missing values divide it into.
  func edges(of points: [AreaPoint]) -> [(low: [UnitPoint], high: [UnitPoint])] {
    let corners = points.map { point -> (low: UnitPoint, high: UnitPoint)? in
      guard let x = geometry.xScale.position(of: point.x), let low = reach(point.low), let high = reach(point.high)
      else { return nil }
      return (UnitPoint(x: x, y: min(low, high)), UnitPoint(x: x, y: max(low, high)))
    }
    return corners.split(whereSeparator: { $0 == nil }).map { part in
      (part.compactMap { $0?.low }, part.compactMap { $0?.high })
    }
  }

  /// Where a value stands, on the axis or beyond; the end of the axis for what has no place.
  private func reach(_ y: Double) -> Double? { geometry.yScale.position(of: y) ?? geometry.yScale.edge(at: y) }

  private func shade(
    _ edges: (low: [UnitPoint], high: [UnitPoint]), _ color: Color, into buffer: inout CellBuffer
  ) {
    let low = columnExtremes(edges.low, min)
    let high = columnExtremes(edges.high, max)
    for column in 0..<plot.width {
      guard low[column] <= 1, high[column] >= 0, low[column] <= high[column],
        let first = Scale.slot(max(low[column], 0), of: plot.height),
        let last = Scale.slot(min(high[column], 1), of: plot.height)
      else { continue }
      let area = Rect(x: plot.x + column, y: plot.maxY - 1 - last, width: 1, height: last - first + 1)
      buffer.restyle(area) { $0.background = color }
    }
  }

  /// For each column the extreme of a curve in it: of its points there, else of the line that crosses its middle; NaN where
  /// the curve is not.
  private func columnExtremes(_ curve: [UnitPoint], _ extreme: (Double, Double) -> Double) -> [Double] {
    var values = [Double](repeating: .nan, count: plot.width)
    let width = Double(plot.width)
    for (start, end) in zip(curve, curve.dropFirst()) where start.x < end.x {
      let first = max(0, min(width, (start.x * width - 0.5).rounded(.up)))
      let last = min(width - 1, max(-1, (end.x * width - 0.5).rounded(.down)))
      guard first <= last else { continue }
      for column in Int(first)...Int(last) {
        let share = ((Double(column) + 0.5) / width - start.x) / (end.x - start.x)
        values[column] = start.y + share * (end.y - start.y)
      }
    }
    for point in curve {
      guard let column = Scale.slot(point.x, of: plot.width) else { continue }
      values[column] = values[column].isNaN ? point.y : extreme(values[column], point.y)
    }
    return values
  }
}
