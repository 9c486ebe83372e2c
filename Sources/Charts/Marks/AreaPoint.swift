/// A band at one x: the two curves that it lies between. An infinite end reaches the edge, NaN interrupts the band.
public struct AreaPoint: Sendable, Hashable {
  public var x: Double
  public var low: Double
  public var high: Double

  public init(x: Double, low: Double, high: Double) {
    self.x = x
    self.low = low
    self.high = high
  }
}
