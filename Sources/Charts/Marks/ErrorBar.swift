/// A measured point and how far off it may be.
public struct ErrorBar: Sendable, Hashable {
  public var point: DataPoint
  /// From the least to the greatest y it may have; nil where that is not known. An infinite end reaches the edge.
  public var yRange: ClosedRange<Double>?
  /// The same of x.
  public var xRange: ClosedRange<Double>?

  public init(point: DataPoint, yRange: ClosedRange<Double>? = nil, xRange: ClosedRange<Double>? = nil) {
    self.point = point
    self.yRange = yRange
    self.xRange = xRange
  }

  /// The ends of both ranges.
  var ends: [DataPoint] {
    [yRange?.lowerBound, yRange?.upperBound].compactMap { $0 }.map { DataPoint(x: point.x, y: $0) }
      + [xRange?.lowerBound, xRange?.upperBound].compactMap { $0 }.map { DataPoint(x: $0, y: point.y) }
  }
}
