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

  /// The data point on the plot area that is nearest to a position on it, in steps of a given size: cells are higher than
  /// wide. Where several are as near, that of the mark in front.
  public func crosshair(nearest position: UnitPoint, xStep: Double = 1, yStep: Double = 1) -> Crosshair? {
    var best: (crosshair: Crosshair, distance: Double, z: Int)?
    for mark in namedMarks {
      let z = marks[mark].z
      forEachVisiblePoint(of: mark) { point in
        let (dx, dy) = ((point.position.x - position.x) / xStep, (point.position.y - position.y) / yStep)
        let distance = dx * dx + dy * dy
        if let best, (best.distance, -best.z) <= (distance, -z) { return }
        best = (point.crosshair, distance, z)
      }
    }
    return best?.crosshair
  }

  /// The next (1) or previous (−1) visible point of the same mark by x, of heat cells row by row; the same at the ends.
  public func moved(_ crosshair: Crosshair, by step: Int) -> Crosshair {
    let isGrid = isGrid(crosshair.mark)
    let points = visiblePoints(of: crosshair.mark).sorted { a, b in
      let (p, q) = (a.position, b.position)
      return isGrid
        ? (p.y, p.x, a.crosshair.point) < (q.y, q.x, b.crosshair.point)
        : (p.x, p.y, a.crosshair.point) < (q.x, q.y, b.crosshair.point)
    }
    guard let current = points.firstIndex(where: { $0.crosshair == crosshair }) else {
      return points.first?.crosshair ?? crosshair
    }
    return points[min(max(current + clamped(step, points.count), 0), points.count - 1)].crosshair
  }

  /// The nearest point by x of the next (1) or previous (−1) mark that has any in sight. The rows of heat cells are passed
  /// like marks, from above.
  public func switched(_ crosshair: Crosshair, by step: Int) -> Crosshair {
    guard let here = point(at: crosshair).flatMap(position) else {
      return namedMarks.lazy.compactMap { visiblePoints(of: $0).first?.crosshair }.first ?? crosshair
    }
    let lines = walkedLines()
    guard let current = lines.firstIndex(where: { $0.contains { $0.crosshair == crosshair } }) else {
      return lines.first?.first?.crosshair ?? crosshair
    }
    let next = (current + step % lines.count + lines.count) % lines.count
    if next == current { return crosshair }
    return lines[next].min { abs($0.position.x - here.x) < abs($1.position.x - here.x) }?.crosshair ?? crosshair
  }

  /// The point that stands for a subject, in the mark in front.
  public func crosshair(on subject: Int) -> Crosshair? {
    namedMarks.sorted { marks[$0].z > marks[$1].z }.lazy.compactMap { mark in
      marks[mark].subjects.firstIndex(of: subject).map { Crosshair(mark: mark, point: $0) }
    }.first
  }

  private struct VisiblePoint {
    let crosshair: Crosshair
    let position: UnitPoint
  }

  /// What a crosshair walks along.
  private var namedMarks: [Int] { marks.indices.filter { marks[$0].name != nil } }

  private func isGrid(_ mark: Int) -> Bool {
    if marks.indices.contains(mark), case .cells = marks[mark].shape { true } else { false }
  }

  /// A step that overflows nothing.
  private func clamped(_ step: Int, _ count: Int) -> Int { min(max(step, -count), count) }

  /// What a crosshair switches between: marks, and of grids their rows from above. None is empty.
  private func walkedLines() -> [[VisiblePoint]] {
    namedMarks.flatMap { mark in
      let points = visiblePoints(of: mark)
      guard isGrid(mark) else { return points.isEmpty ? [] : [points] }
      return Dictionary(grouping: points, by: \.position.y).sorted { $0.key > $1.key }.map(\.value)
    }
  }

  private func visiblePoints(of mark: Int) -> [VisiblePoint] {
    var points: [VisiblePoint] = []
    forEachVisiblePoint(of: mark) { points.append($0) }
    return points
  }

  private func forEachVisiblePoint(of mark: Int, _ body: (VisiblePoint) -> Void) {
    guard marks.indices.contains(mark) else { return }
    for (index, point) in marks[mark].dataPoints.enumerated() {
      guard let position = position(of: point), position.isInside else { continue }
      body(VisiblePoint(crosshair: Crosshair(mark: mark, point: index), position: position))
    }
  }
}
