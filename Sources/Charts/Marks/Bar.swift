/// A bar from a baseline up or down to a point.
public struct Bar: Sendable, Hashable {
  /// The middle of the bar and where it ends.
  public var point: DataPoint
  /// What it covers of x; nil is as thin as can be drawn.
  public var xRange: ClosedRange<Double>?
  /// The y it begins at. What the scale cannot show is its edge: 0 on a logarithmic axis.
  public var baseline: Double

  public init(point: DataPoint, xRange: ClosedRange<Double>? = nil, baseline: Double = 0) {
    self.point = point
    self.xRange = xRange
    self.baseline = baseline
  }
}
