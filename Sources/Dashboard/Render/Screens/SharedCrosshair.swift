import Analysis
import Charts
import Figures

/// What a crosshair on one chart points at on the charts beside it that have the same on x.
struct SharedCrosshair {
  /// Where it stands, measured.
  let x: Double
  private let axis: Axis
  private let dump: Dump.ID?
  private let series: String?

  /// nil where the crosshair has lost its point.
  init?(_ crosshair: CrosshairState, on figure: Figure) {
    guard let point = figure.chart.point(at: crosshair.place) else { return nil }
    x = point.x
    axis = figure.chart.xAxis
    dump = figure.dump(at: crosshair.place)
    series = figure.chart.marks[crosshair.place.mark].name
  }

  func isShared(with figure: Figure) -> Bool {
    let other = figure.chart.xAxis
    return other.title == axis.title && other.namedValues == axis.namedValues
  }

  /// The point of the same dump, else what was measured of the same series nearest to x; nil where there is neither.
  func place(on figure: Figure) -> Crosshair? {
    guard isShared(with: figure) else { return nil }
    if let same = dump.flatMap(figure.crosshair) { return same }
    guard let mark = figure.chart.marks.firstIndex(where: { $0.name != nil && $0.name == series }) else { return nil }
    let points = figure.chart.marks[mark].dataPoints
    return points.indices.min { abs(points[$0].x - x) < abs(points[$1].x - x) }
      .map { Crosshair(mark: mark, point: $0) }
  }
}
