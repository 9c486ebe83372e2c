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

  // MARK: Ranges

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
      let (xs, ys): ([Double], [Double]) =
        switch mark.shape {
        case .xBand(let from, let to): ([from, to], [])
        case .yBand(let from, let to): ([], [from, to])
        case .verticalRule(let x): ([x], [])
        case .horizontalRule(let y): ([], [y])
        case .line, .points, .errorBars, .area, .cells, .bars, .label, .lineThrough: ([], [])
        }
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

  // MARK: Areas, bars

  /// Shades what lies between two curves, in the parts that missing values divide it into.
  func drawAreas() {
    for mark in marks {
      guard case .area(let points) = mark.shape else { continue }
      let corners = points.map { point -> (low: Place, high: Place)? in
        guard let x = chart.xAxis.scale.position(of: point.x), let low = reach(point.low), let high = reach(point.high)
        else { return nil }
        return (Place(x: self.x(at: x), y: y(at: low)), Place(x: self.x(at: x), y: y(at: high)))
      }
      for part in corners.split(whereSeparator: { $0 == nil }) where part.count > 1 {
        let outline = part.compactMap { $0?.low } + part.reversed().compactMap { $0?.high }
        page.fill(outline, style.shade(mark.role), opacity: style.shadeOpacity(mark.role))
      }
    }
  }

  /// Where a value stands, on the axis or beyond; the end of the axis for what has no place.
  private func reach(_ value: Double) -> Double? {
    chart.yAxis.scale.position(of: value) ?? chart.yAxis.scale.edge(at: value)
  }

  func drawBars() {
    for mark in marks {
      guard case .bars(let bars) = mark.shape else { continue }
      for bar in bars {
        guard let end = chart.yAxis.scale.position(of: bar.point.y),
          let base = chart.yAxis.scale.edge(at: bar.baseline),
          let middle = chart.xAxis.scale.position(of: bar.point.x)
        else { continue }
        let first = bar.xRange.flatMap { chart.xAxis.scale.edge(at: $0.lowerBound) }.map(x) ?? x(at: middle) - 0.3 * f
        let last = bar.xRange.flatMap { chart.xAxis.scale.edge(at: $0.upperBound) }.map(x) ?? x(at: middle) + 0.3 * f
        let (top, bottom) = (y(at: max(base, end)), y(at: min(base, end)))
        page.fill(Box(x: first, y: top, width: last - first, height: bottom - top), style.ink(mark.role))
      }
    }
  }

  /// The ranges that points lie in as thin lines with ends.
  func drawErrorBars() {
    for mark in marks {
      guard case .errorBars(let bars) = mark.shape else { continue }
      let (color, width, end) = (style.ink(mark.role), 0.07 * f, 0.18 * f)
      for bar in bars {
        guard let center = chart.position(of: bar.point).map(layout.place) else { continue }
        if let range = bar.yRange, let low = chart.yAxis.scale.edge(at: range.lowerBound).map(y),
          let high = chart.yAxis.scale.edge(at: range.upperBound).map(y)
        {
          page.stroke([Place(x: center.x, y: low), Place(x: center.x, y: high)], color, width: width)
          for y in [low, high] {
            page.stroke([Place(x: center.x - end, y: y), Place(x: center.x + end, y: y)], color, width: width)
          }
        }
        if let range = bar.xRange, let low = chart.xAxis.scale.edge(at: range.lowerBound).map(x),
          let high = chart.xAxis.scale.edge(at: range.upperBound).map(x)
        {
          page.stroke([Place(x: low, y: center.y), Place(x: high, y: center.y)], color, width: width)
          for x in [low, high] {
            page.stroke([Place(x: x, y: center.y - end), Place(x: x, y: center.y + end)], color, width: width)
          }
        }
      }
    }
  }

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
