import Charts

extension MarkSketch {
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
}
