import Analysis
import Charts
import Figures

/// What a crosshair says: the values as they were measured, on its own chart and on those that share its x, the series and the dump.
struct ReadOut {
  let text: String

  /// - Parameters:
  ///   - focus: the chart that the crosshair stands on.
  ///   - figures: all charts of the screen.
  /// - Returns: nil where the crosshair has lost its point.
  init?(_ crosshair: CrosshairState, of focus: Int, among figures: [Figure], in model: Model) {
    guard figures.indices.contains(focus) else { return nil }
    let figure = figures[focus]
    let chart = model.framed(figure, in: crosshair.pane).chart
    guard let point = chart.point(at: crosshair.place), let shared = SharedCrosshair(crosshair, on: figure) else {
      return nil
    }
    var parts = [Self.text(point.x, on: chart.xAxis), Self.text(point.y, on: chart.yAxis)]
    let cell = Self.cellText(crosshair.place, on: chart)
    if let cell { parts.append(cell) }
    if let reference = crosshair.reference.flatMap(chart.point) {
      parts.append(
        "Δ \(NumberText.signed(point.x - reference.x)), \(NumberText.signed(point.y - reference.y))"
          + (chart.yAxis.scale.kind == .logarithmic && point.y > 0 && reference.y > 0
            ? " (×\(NumberText.significant(point.y / reference.y)))" : ""))
    }
    parts += figures.indices.filter { $0 != focus }.compactMap { Self.value(of: shared, on: figures[$0]) }
    let name = figure.dump(at: crosshair.place).flatMap { model.dumps[$0]?.record.dump }
      .map { DumpText.full($0, in: model.dumps) }
    // The series says nothing new where the dump, or the axis, is named after it.
    if cell == nil, let series = chart.marks[crosshair.place.mark].name, name?.hasPrefix(series) != true,
      series != chart.yAxis.title
    {
      parts.append(series)
    }
    if let name { parts.append(name) }
    text = parts.joined(separator: "   ")
  }

  /// `train_loss 0.0405`; with the x at which it was measured, if that is another.
  private static func value(of shared: SharedCrosshair, on figure: Figure) -> String? {
    let chart = figure.chart
    guard let place = shared.place(on: figure), let point = chart.point(at: place) else { return nil }
    let value = cellText(place, on: chart) ?? text(point.y, on: chart.yAxis)
    return point.x == shared.x ? value : "\(value) at \(text(point.x, on: chart.xAxis))"
  }

  /// `epoch 8`, `layer block3`.
  private static func text(_ value: Double, on axis: Axis) -> String {
    let name = axis.namedValues.first { $0.value == value }?.label
    return "\(axis.title) \(name ?? NumberText.significant(value))"
  }

  /// What the colour of a cell stands for.
  private static func cellText(_ place: Crosshair, on chart: Chart) -> String? {
    let mark = chart.marks[place.mark]
    guard case .cells(let cells) = mark.shape, cells.shownCells.indices.contains(place.point),
      let value = cells.values[cells.shownCells[place.point]]
    else { return nil }
    return "\(mark.name ?? "") \(NumberText.significant(value))"
  }
}
