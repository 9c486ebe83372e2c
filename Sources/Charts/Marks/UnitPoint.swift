/// A point of the plot area after both scales: (0, 0) is its lower left corner, (1, 1) its upper right one, whatever lies
/// beyond is outside of the domain. Here every scale is linear, and here lines are straight.
public struct UnitPoint: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether the point lies on the plot area, its edges included.
  public var isInside: Bool { (0...1).contains(x) && (0...1).contains(y) }
}
