/// A figure as a value: what is to be seen, without pixels, cells or colours. The screen and every exported file draw
/// the same one.
public struct Chart: Sendable, Hashable {
  public var title: String
  public var xAxis: Axis
  public var yAxis: Axis
  public var marks: [Mark]
  public var legend: [LegendEntry]
  /// What the colours of heat cells and points mean; nil where they mean nothing.
  public var colorBar: ColorBar?
  /// What a reader must know besides; ``hiddenValues`` are noted without being named here.
  public var notes: [String]

  public init(
    title: String = "", xAxis: Axis, yAxis: Axis, marks: [Mark] = [], legend: [LegendEntry] = [],
    colorBar: ColorBar? = nil, notes: [String] = []
  ) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.marks = marks
    self.legend = legend
    self.colorBar = colorBar
    self.notes = notes
  }

  /// Where a point stands on the plot area or beyond it; `nil` where a scale cannot show it.
  public func position(of point: DataPoint) -> UnitPoint? {
    guard let x = xAxis.scale.position(of: point.x), let y = yAxis.scale.position(of: point.y) else { return nil }
    return UnitPoint(x: x, y: y)
  }

  /// The data points that no position exists for, and the values of cells that no colour does. Points merely outside of the
  /// domain are not among them. Where series have names, other marks show the same points once more, or lines to read them by.
  public var hiddenValues: HiddenValues {
    var hidden = HiddenValues()
    let named = marks.filter { $0.name != nil }
    for point in (named.isEmpty ? marks : named).lazy.flatMap(\.dataPoints) {
      if !point.x.isFinite || !point.y.isFinite {
        hidden.nonFinite += 1
      } else if !xAxis.scale.kind.canShow(point.x) || !yAxis.scale.kind.canShow(point.y) {
        hidden.nonPositive += 1
      }
    }
    for mark in marks {
      guard case .cells(let cells) = mark.shape else { continue }
      for value in cells.values.lazy.compactMap(\.self) where !cells.scale.kind.canShow(value) {
        if value.isFinite { hidden.nonPositive += 1 } else { hidden.nonFinite += 1 }
      }
    }
    return hidden
  }
}
