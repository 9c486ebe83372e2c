/// One thing drawn on the plot area.
public struct Mark: Sendable, Hashable {
  /// What is drawn, in the units of the data.
  public enum Shape: Sendable, Hashable {
    /// A curve through points in their order, straight between them in the space of the scales, interrupted at points
    /// that cannot be shown.
    case line([DataPoint])
    case points([DataPoint])
    /// Points with the ranges they lie in as thin lines.
    case errorBars([ErrorBar])
    /// All between two curves, shaded: a confidence band, a mean and its spread. Straight between its points in the space
    /// of the scales.
    case area([AreaPoint])
    /// Rectangles coloured by value.
    case cells(HeatCells)
    /// Vertical bars.
    case bars([Bar])
    /// Text beside a point, wherever around it that covers the least.
    case label(at: DataPoint, String)
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
  /// What the data points were measured on: places in the list that the figure keeps, one for each, or one for all. Empty where
  /// that is nothing.
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

  /// What a data point was measured on.
  public func subject(ofPoint point: Int) -> Int? {
    subjects.count == 1 ? subjects[0] : subjects.indices.contains(point) ? subjects[point] : nil
  }

  /// The points measured, as against lines and ranges that were put there to read them by.
  public var dataPoints: [DataPoint] {
    switch shape {
    case .line(let points), .points(let points): points
    case .errorBars(let bars): bars.map(\.point)
    case .bars(let bars): bars.map(\.point)
    case .cells(let cells): cells.shownCells.compactMap(cells.center)
    case .area, .label, .lineThrough, .xBand, .yBand, .verticalRule, .horizontalRule: []
    }
  }

  /// The data points and the ends of all that is drawn with them: what scales that show the whole mark have room for.
  /// Some may have no place on any scale.
  public var extremes: [DataPoint] {
    switch shape {
    case .errorBars(let bars): bars.map(\.point) + bars.flatMap(\.ends)
    case .bars(let bars):
      bars.flatMap { bar in
        [bar.xRange?.lowerBound, bar.xRange?.upperBound].compactMap { $0 }.map { DataPoint(x: $0, y: bar.point.y) }
          + [bar.point, DataPoint(x: bar.point.x, y: bar.baseline)]
      }
    case .area(let points): points.flatMap { [DataPoint(x: $0.x, y: $0.low), DataPoint(x: $0.x, y: $0.high)] }
    case .cells(let cells):
      cells.yEdges.flatMap { y in
        [cells.xEdges.first, cells.xEdges.last].compactMap { $0 }.map { DataPoint(x: $0, y: y) }
      }
        + cells.xEdges.flatMap { x in
          [cells.yEdges.first, cells.yEdges.last].compactMap { $0 }.map { DataPoint(x: x, y: $0) }
        }
    case .line, .points, .label, .lineThrough, .xBand, .yBand, .verticalRule, .horizontalRule: dataPoints
    }
  }
}
