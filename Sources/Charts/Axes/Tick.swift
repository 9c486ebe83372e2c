/// A mark on an axis.
public struct Tick: Sendable, Hashable {
  /// In the units of the data.
  public var value: Double
  /// Of `value` on the scale, 0…1.
  public var position: Double
  /// Whether it is one of the marks that structure the axis: decades on a logarithmic scale, labelled steps on a linear.
  public var isMajor: Bool
  /// `nil` for marks without a label: minor ones, and those for whose label there is no room.
  public var label: String?

  public init(value: Double, position: Double, isMajor: Bool, label: String? = nil) {
    self.value = value
    self.position = position
    self.isMajor = isMajor
    self.label = label
  }
}
