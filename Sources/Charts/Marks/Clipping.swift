/// A straight line between two points of the plot area.
public struct UnitSegment: Sendable, Hashable {
  public var start: UnitPoint
  public var end: UnitPoint

  public init(from start: UnitPoint, to end: UnitPoint) {
    self.start = start
    self.end = end
  }

  /// The part of the segment on the plot area; `nil` where it passes by. Clipped in the space of the scales, so that a
  /// line that leaves the domain ends at the edge and keeps its slope.
  public func clipped() -> UnitSegment? { clipped(between: 0, and: 1) }

  /// The part on the plot area of the line through both points, extended in both directions.
  public func extendedToEdges() -> UnitSegment? { clipped(between: -.infinity, and: .infinity) }

  /// Liang and Barsky, "A new concept and method for line clipping" (ACM TOG 3, 1984): each edge narrows the interval
  /// of the parameter t in start + t (end − start).
  private func clipped(between first: Double, and last: Double) -> UnitSegment? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    guard dx.isFinite, dy.isFinite else { return nil }
    var (enter, leave) = (first, last)
    for (speed, room) in [(-dx, start.x), (dx, 1 - start.x), (-dy, start.y), (dy, 1 - start.y)] {
      if speed == 0 {
        if room < 0 { return nil }
      } else if speed < 0 {
        enter = max(enter, room / speed)
      } else {
        leave = min(leave, room / speed)
      }
    }
    // An infinite end remains where both points coincide: they give no direction.
    guard enter <= leave, enter.isFinite, leave.isFinite else { return nil }
    func point(_ t: Double) -> UnitPoint {
      // Rounding may leave the point a hair outside.
      UnitPoint(x: min(max(start.x + t * dx, 0), 1), y: min(max(start.y + t * dy, 0), 1))
    }
    return UnitSegment(from: enter == 0 ? start : point(enter), to: leave == 1 ? end : point(leave))
  }
}
