/// A curve with no more points than can be told apart on a number of columns: the first, lowest, highest and last that fell
/// into each. Nothing is sampled, so no peak can be lost.
///
/// Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation" (VLDB 2014). Columns are found by comparing
/// values, so that only points that are kept need a logarithm. One outline serves all curves of a chart.
public struct CurveOutline: Sendable {
  private let xScale: Scale
  private let yScale: Scale
  /// The values of x between columns, those at both ends of the axis included.
  private let bounds: [Double]

  public init(_ chart: Chart, columns: Int) {
    xScale = chart.xAxis.scale
    yScale = chart.yAxis.scale
    bounds = columns > 0 ? (0...columns).map { [xScale] in xScale.value(at: Double($0) / Double(columns)) } : []
  }

  /// The polylines that look like the curve through all points: one for each part that points without a position divide it
  /// into. Of at most four points for each visit to a column, in their order; all beside the plot area is one column. A
  /// curve of no more points than columns keeps them all. O(count).
  public func polylines(through points: [DataPoint]) -> [[UnitPoint]] {
    var polylines: [[UnitPoint]] = []
    var polyline: [UnitPoint] = []
    let keepsAll = points.count < bounds.count
    points.withUnsafeBufferPointer { points in
      var index = 0
      while index < points.count {
        guard canShow(points[index]), let column = column(of: points[index].x) else {
          if !polyline.isEmpty { polylines.append(polyline) }
          polyline = []
          index += 1
          continue
        }
        let start = index
        var (lowest, highest) = (start, start)
        index += 1
        while !keepsAll, index < points.count, column.contains(points[index].x), canShow(points[index]) {
          if points[index].y < points[lowest].y { lowest = index }
          if points[index].y > points[highest].y { highest = index }
          index += 1
        }
        let (second, third, end) = (min(lowest, highest), max(lowest, highest), index - 1)
        append(points[start], to: &polyline)
        if second > start { append(points[second], to: &polyline) }
        if third > second { append(points[third], to: &polyline) }
        if end > third { append(points[end], to: &polyline) }
      }
    }
    if !polyline.isEmpty { polylines.append(polyline) }
    return polylines
  }

  private func append(_ point: DataPoint, to polyline: inout [UnitPoint]) {
    guard let x = xScale.position(of: point.x), let y = yScale.position(of: point.y) else { return }
    polyline.append(UnitPoint(x: x, y: y))
  }

  private func canShow(_ point: DataPoint) -> Bool { xScale.kind.canShow(point.x) && yScale.kind.canShow(point.y) }

  /// The values of x in the same column as one; empty without columns.
  private func column(of x: Double) -> Range<Double>? {
    guard let first = bounds.first, let last = bounds.last else { return 0..<0 }
    if x < first { return -.infinity..<first }
    if x >= last { return last..<(.infinity) }
    guard let position = xScale.position(of: x) else { return nil }
    let column = min(max(Int(position * Double(bounds.count - 1)), 0), bounds.count - 2)
    return bounds[column]..<bounds[column + 1]
  }
}
