public import Charts
public import Spectra

/// α against the last fitted rank, a curve for each first rank: flat and together where "a power law" is a fair description.
public struct AlphaByRangeFigure {
  public var grid: RangeGrid
  /// The range in use, marked where it is.
  public var fit: PowerLawFit?

  public init(_ grid: RangeGrid, fit: PowerLawFit?) {
    self.grid = grid
    self.fit = fit
  }

  /// More curves than this are not told apart.
  private static let greatestCurveCount = 6

  public var chart: Chart {
    let rows = grid.firsts.indices.filter { row in grid.alpha[row].count { $0 != nil } > 1 }
    let step = (rows.count + Self.greatestCurveCount - 1) / Self.greatestCurveCount
    var marks: [Mark] = []
    var legend: [LegendEntry] = []
    for (index, row) in rows.enumerated() where index % step == 0 {
      let points = zip(grid.lasts, grid.alpha[row]).compactMap { last, alpha in
        alpha.map { DataPoint(x: Double(last), y: $0) }
      }
      let curve = Mark(
        .line(points), role: .series(index / step), name: "from \(grid.firsts[row])", subjects: [0], z: 1)
      marks.append(curve)
      legend.append(LegendEntry("from \(grid.firsts[row])", for: curve))
    }
    if let fit {
      let point = Mark(.points([DataPoint(x: Double(fit.range.last), y: fit.alpha)]), role: .crosshair, z: 2)
      marks.append(point)
      legend.append(LegendEntry("\(fit.range)", for: point))
    }
    let values = marks.flatMap(\.dataPoints)
    return Chart(
      xAxis: Axis(
        title: "last rank", scale: Scale(.logarithmic, fitting: values.map(\.x)), tickFormat: .integer),
      yAxis: Axis(title: "α", scale: Scale(.linear, fitting: values.map(\.y), margin: 0.05)), marks: marks,
      legend: legend)
  }
}
