/// What the colours of a chart mean: a ramp beside the plot area, with numbers.
public struct ColorBar: Sendable, Hashable {
  /// Title, scale and numbers; from the lower end of the ramp to its upper one.
  public var axis: Axis
  public var ramp: ColorRamp

  public init(title: String = "", scale: Scale, ramp: ColorRamp = .sequential, tickFormat: Axis.TickFormat = .decimal) {
    self.axis = Axis(title: title, scale: scale, tickFormat: tickFormat)
    self.ramp = ramp
  }
}
