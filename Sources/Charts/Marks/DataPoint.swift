/// A point in the units of the data. Either coordinate may be NaN, infinite or, on a logarithmic axis, not positive;
/// such points are not drawn but counted (``Chart/hiddenValues``).
public struct DataPoint: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
