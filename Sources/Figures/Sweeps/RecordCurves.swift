import Analysis
import Charts

/// A quantity of several series of records as a chart of curves: those that are looked at in the colours of series, with their intervals
/// and in the legend, the others dotted behind.
struct RecordCurves {
  let quantity: Quantity
  private var marks: [Mark] = []
  private var legend: [LegendEntry] = []
  private var dumps: [Dump.ID] = []
  private var focusedCount = 0

  init(of quantity: Quantity) { self.quantity = quantity }

  /// Adds a curve.
  ///
  /// - Parameter smoothed: drawn as the curve instead, with the values themselves dotted beside it.
  mutating func add(_ curve: MeasuredCurve, title: String, isFocused: Bool, smoothed: [DataPoint]? = nil) {
    let role: ChartRole = isFocused ? .series(focusedCount) : .dimmed
    if isFocused {
      focusedCount += 1
      if !curve.intervals.isEmpty { marks.append(Mark(.errorBars(curve.intervals), role: role)) }
      if let smoothed { marks.append(Mark(.line(smoothed), role: role, z: 1)) }
    }
    let mark = Mark(
      .line(curve.points), role: role, lineStyle: isFocused && smoothed == nil ? nil : .dotted, name: title,
      subjects: Array(dumps.count..<dumps.count + curve.dumps.count), z: isFocused ? 2 : 0)
    marks.append(mark)
    dumps += curve.dumps
    if isFocused { legend.append(LegendEntry(title, for: mark)) }
  }

  /// nil where there is no curve.
  ///
  /// - Parameters:
  ///   - xTitle: what is counted along x.
  ///   - names: what numbers along x are called, if they have names.
  func figure(xTitle: String, names: [NamedValue] = [], notes: [String] = [], findings: [Finding] = []) -> Figure? {
    guard !dumps.isEmpty else { return nil }
    let extremes = marks.flatMap(\.extremes)
    let values = extremes.map(\.y)
    let kind: Scale.Kind = Quantity.isLogarithmicByNature(values: values) ? .logarithmic : .linear
    let xScale = Scale(.linear, fitting: extremes.map(\.x), margin: 0.03)
    let chart = Chart(
      xAxis: Axis(title: xTitle, scale: xScale, tickFormat: .integer, namedValues: names),
      yAxis: Axis(title: quantity.title, scale: Scale(kind, fitting: values, margin: 0.06)), marks: marks,
      legend: legend, notes: notes)
    return Figure(chart, of: dumps, findings: findings)
  }
}
