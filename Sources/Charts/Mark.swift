/// One thing drawn on the plot area.
public struct Mark: Sendable, Hashable {
  /// What is drawn, in the units of the data.
  public enum Shape: Sendable, Hashable {
    /// A curve through points in their order, straight between them in the space of the scales, interrupted at points
    /// that cannot be shown.
    case line([DataPoint])
    case points([DataPoint])
    /// The straight line (in the space of the scales) through two points, from edge to edge: on log-log axes a power law.
    case lineThrough(DataPoint, DataPoint)
    /// All x between two values, shaded.
    case xBand(from: Double, to: Double)
    /// All y between two values, shaded.
    case yBand(from: Double, to: Double)
    /// A vertical line at one x.
    case verticalRule(x: Double)
    /// A horizontal line at one y.
    case horizontalRule(y: Double)
  }

  public var shape: Shape
  public var role: ChartRole
  /// `nil` leaves the choice to the theme, which has markers for series only.
  public var marker: MarkerShape?
  /// `nil` leaves the choice to the theme for series, and is solid for everything else (rules and bands: dotted).
  public var lineStyle: LineStyle?
  /// What a read-out calls the series; nil for what no crosshair walks along: lines and ranges to read others by.
  public var name: String?
  /// What each data point was measured on: places in the list that the figure keeps. Empty where that is nothing.
  public var subjects: [Int]
  /// What lies over what: the mark with the greater `z` wins a shared place. The focused one has the greatest.
  public var z: Int

  public init(
    _ shape: Shape, role: ChartRole, marker: MarkerShape? = nil, lineStyle: LineStyle? = nil, name: String? = nil,
    subjects: [Int] = [], z: Int = 0
  ) {
    self.shape = shape
    self.role = role
    self.marker = marker
    self.lineStyle = lineStyle
    self.name = name
    self.subjects = subjects
    self.z = z
  }

  /// The points measured, as against lines and ranges that were put there to read them by.
  public var dataPoints: [DataPoint] {
    switch shape {
    case .line(let points), .points(let points): points
    case .lineThrough, .xBand, .yBand, .verticalRule, .horizontalRule: []
    }
  }
}
