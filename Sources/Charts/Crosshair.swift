/// One data point of a chart, by its place among the marks. It stands on what was measured, never between.
public struct Crosshair: Sendable, Hashable {
  /// The place of the mark in ``Chart/marks``.
  public var mark: Int
  /// The place of the point in ``Mark/dataPoints``.
  public var point: Int

  public init(mark: Int, point: Int) {
    self.mark = mark
    self.point = point
  }
}

extension Chart {
  /// The point under a crosshair; nil where there is none any more.
  public func point(at crosshair: Crosshair) -> DataPoint? {
    guard marks.indices.contains(crosshair.mark) else { return nil }
    let points = marks[crosshair.mark].dataPoints
    return points.indices.contains(crosshair.point) ? points[crosshair.point] : nil
  }

  /// The data point on the plot area that is nearest to a position on it, in steps of a given size: cells are higher than wide.
  /// Where several are as near, that of the mark in front.
  public func crosshair(nearest position: UnitPoint, xStep: Double = 1, yStep: Double = 1) -> Crosshair? {
    visiblePoints(of: marks.indices.filter { marks[$0].name != nil }).min { a, b in
      let (da, db) = (a.distance(to: position, xStep, yStep), b.distance(to: position, xStep, yStep))
      return da != db ? da < db : marks[a.crosshair.mark].z > marks[b.crosshair.mark].z
    }?.crosshair
  }

  /// The next (1) or previous (−1) visible point of the same mark by x; the same at the ends.
  public func moved(_ crosshair: Crosshair, by step: Int) -> Crosshair {
    let points = visiblePoints(of: [crosshair.mark]).sorted { a, b in
      (a.position.x, a.position.y, a.crosshair.point) < (b.position.x, b.position.y, b.crosshair.point)
    }
    guard let current = points.firstIndex(where: { $0.crosshair == crosshair }) else {
      return points.first?.crosshair ?? crosshair
    }
    return points[max(0, min(points.count - 1, current + step))].crosshair
  }

  /// The nearest point by x of the next (1) or previous (−1) mark that has any in sight.
  public func switched(_ crosshair: Crosshair, by step: Int) -> Crosshair {
    let series = marks.indices.filter { marks[$0].name != nil && !visiblePoints(of: [$0]).isEmpty }
    guard let current = series.firstIndex(of: crosshair.mark), let here = point(at: crosshair).flatMap(position) else {
      return series.first.flatMap { visiblePoints(of: [$0]).first?.crosshair } ?? crosshair
    }
    let next = series[((current + step) % series.count + series.count) % series.count]
    return visiblePoints(of: [next]).min { abs($0.position.x - here.x) < abs($1.position.x - here.x) }?.crosshair
      ?? crosshair
  }

  /// The point that stands for a subject, in the mark in front.
  public func crosshair(on subject: Int) -> Crosshair? {
    marks.indices.filter { marks[$0].name != nil }.sorted { marks[$0].z > marks[$1].z }.lazy.compactMap { mark in
      marks[mark].subjects.firstIndex(of: subject).map { Crosshair(mark: mark, point: $0) }
    }.first
  }

  private struct VisiblePoint {
    let crosshair: Crosshair
    let position: UnitPoint

    func distance(to other: UnitPoint, _ xStep: Double, _ yStep: Double) -> Double {
      let (dx, dy) = ((position.x - other.x) / xStep, (position.y - other.y) / yStep)
      return dx * dx + dy * dy
    }
  }

  private func visiblePoints(of marks: [Int]) -> [VisiblePoint] {
    marks.flatMap { mark in
      self.marks[mark].dataPoints.enumerated().compactMap { index, point in
        position(of: point).flatMap { position in
          position.isInside ? VisiblePoint(crosshair: Crosshair(mark: mark, point: index), position: position) : nil
        }
      }
    }
  }
}
