import Charts

/// The marks of a chart on the plot area of a picture.
struct MarkSketch {
  let chart: Chart
  let layout: PictureLayout
  let style: PictureStyle
  let page: Page

  var plot: Box { layout.plot }
  var f: Double { style.fontSize }
  var markers: MarkerSketch { MarkerSketch(style: style, page: page) }
  /// From the back to the front.
  var marks: [Mark] { chart.marks.sorted { $0.z < $1.z } }

  func look(_ mark: Mark) -> MarkStyle { MarkStyle(mark, theme: style.theme) }

  /// Where a point of the data stands; nil beside the plot area.
  func place(of point: DataPoint) -> Place? {
    chart.position(of: point).flatMap { $0.isInside ? layout.place($0) : nil }
  }

  /// The x of a position on the axis, which may lie beside it.
  func x(at position: Double) -> Double { plot.x + position * plot.width }
  func y(at position: Double) -> Double { plot.maxY - position * plot.height }

  // MARK: Curves, points

  func drawCurves() {
    // Finer than anybody sees, and no more than a page can use.
    let outline = CurveOutline(chart, columns: Int(exactly: (4 * plot.width).rounded()) ?? 0)
    for mark in marks {
      let (color, line) = (style.ink(mark.role), look(mark).line)
      switch mark.shape {
      case .line(let points):
        for polyline in outline.polylines(through: points) {
          page.stroke(polyline.map(layout.place), color, width: markers.lineWidth, style: line)
        }
      case .lineThrough(let first, let second):
        guard let first = chart.position(of: first), let second = chart.position(of: second),
          let segment = UnitSegment(from: first, to: second).extendedToEdges()
        else { continue }
        page.stroke(
          [layout.place(segment.start), layout.place(segment.end)], color, width: markers.lineWidth, style: line)
      case .points, .errorBars, .area, .cells, .bars, .label, .xBand, .yBand, .verticalRule, .horizontalRule: continue
      }
    }
  }

  /// Draws the markers of points and curves. What was measured once has one: that of the mark in front.
  func drawPoints() {
    let marks = marks
    var front: [DataPoint: Int] = [:]
    for (index, mark) in marks.enumerated() {
      for point in markedPoints(of: mark) { front[point] = index }
    }
    for (index, mark) in marks.enumerated() {
      let shape = look(mark).marker ?? .circle
      for point in markedPoints(of: mark) where front[point] == index {
        if let place = place(of: point) { markers.draw(shape, at: place, style.ink(mark.role)) }
      }
    }
  }

  /// The points that get a marker. A curve marks its points where they stand apart, and only its end where markers would
  /// hide it.
  func markedPoints(of mark: Mark) -> [DataPoint] {
    switch mark.shape {
    case .points(let points): return points
    case .errorBars(let bars): return bars.map(\.point)
    case .line(let points):
      guard look(mark).marker != nil else { return [] }
      let visible = points.filter { place(of: $0) != nil }
      return Double(visible.count) * 1.5 * f > plot.width ? visible.suffix(1) : visible
    case .area, .cells, .bars, .label, .lineThrough, .xBand, .yBand, .verticalRule, .horizontalRule: return []
    }
  }
}
