extension Chart {
  /// The values of y at which curves pass the first and the last x that is shown: straight between their points in the space of the
  /// scales, as they are drawn. Without them a curve whose points all lie beyond the edges would not count as shown.
  var edgeCrossings: [Double] {
    marks.flatMap(\.polylines).flatMap { points in
      zip(points, points.dropFirst()).flatMap { start, end -> [Double] in
        guard let start = position(of: start), let end = position(of: end) else { return [] }
        return [0, 1].compactMap { edge in
          guard (start.x < edge) != (end.x < edge) else { return nil }
          let share = (edge - start.x) / (end.x - start.x)
          return yAxis.scale.value(at: start.y + share * (end.y - start.y))
        }
      }
    }
  }
}

extension Mark {
  /// What of it is drawn from point to point.
  fileprivate var polylines: [[DataPoint]] {
    switch shape {
    case .line(let points): [points]
    case .area(let points):
      [points.map { DataPoint(x: $0.x, y: $0.low) }, points.map { DataPoint(x: $0.x, y: $0.high) }]
    case .points, .errorBars, .cells, .bars, .label, .lineThrough, .xBand, .yBand, .verticalRule, .horizontalRule: []
    }
  }
}
