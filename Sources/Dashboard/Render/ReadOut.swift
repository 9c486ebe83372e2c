import Analysis
import Charts
import Figures

/// What a crosshair says: the series, the dump, and the values as they were measured.
struct ReadOut {
  let text: String

  init(_ crosshair: CrosshairState, on figure: Figure, in model: Model) {
    let chart = figure.chart
    guard let point = chart.point(at: crosshair.place) else {
      text = ""
      return
    }
    let mark = chart.marks[crosshair.place.mark]
    let dump = figure.dump(at: crosshair.place).flatMap { model.dumps[$0]?.record.dump }
    let name = dump.map { DumpText.full($0, in: model.dumps) }
    var parts = ["\(chart.xAxis.title) \(NumberText.significant(point.x))"]
    parts.append("\(chart.yAxis.title) \(NumberText.significant(point.y))")
    if let reference = crosshair.reference.flatMap(chart.point) {
      parts.append(
        "Δ \(NumberText.signed(point.x - reference.x)), \(NumberText.signed(point.y - reference.y))"
          + (chart.yAxis.scale.kind == .logarithmic && point.y > 0 && reference.y > 0
            ? " (×\(NumberText.significant(point.y / reference.y)))" : ""))
    }
    // The series says nothing new where it is named after its dump.
    if let series = mark.name, series != name { parts.append(series) }
    if let name { parts.append(name) }
    text = parts.joined(separator: "   ")
  }
}
