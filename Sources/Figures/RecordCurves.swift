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

  /// Adds a curve, unless it would be a single point.
  ///
  /// - Parameters:
  ///   - measured: where the records stand that have the quantity.
  ///   - smoothed: drawn as the curve instead, with the values themselves dotted beside it.
  /// - Returns: whether there is a curve now.
  @discardableResult
  mutating func add(
    _ series: RecordSeries, _ measured: [RecordSeries.Measured], smoothed: [DataPoint]? = nil
  ) -> Bool {
    guard measured.count > 1 else { return false }
    let role: ChartRole = series.isFocused ? .series(focusedCount) : .dimmed
    if series.isFocused {
      focusedCount += 1
      marks += RecordSeries.intervals(of: measured, quantity, role)
      if let smoothed { marks.append(Mark(.line(smoothed), role: role, z: 1)) }
    }
    let mark = Mark(
      .line(measured.map(\.point)), role: role, lineStyle: series.isFocused && smoothed == nil ? nil : .dotted,
      name: series.title, subjects: Array(dumps.count..<dumps.count + measured.count), z: series.isFocused ? 2 : 0)
    marks.append(mark)
    dumps += measured.map(\.record.id)
    if series.isFocused { legend.append(LegendEntry(series.title, for: mark)) }
    return true
  }

  /// nil where there is no curve.
  ///
  /// - Parameters:
  ///   - xTitle: what is counted along x.
  ///   - names: what numbers along x are called, if they have names.
  func figure(xTitle: String, names: [NamedValue] = [], notes: [String] = []) -> Figure? {
    guard !dumps.isEmpty else { return nil }
    let extremes = marks.flatMap(\.extremes)
    let values = extremes.map(\.y)
    let kind: Scale.Kind = Quantity.isLogarithmicByNature(values: values) ? .logarithmic : .linear
    let xScale = Scale(.linear, fitting: extremes.map(\.x), margin: 0.03)
    let chart = Chart(
      xAxis: Axis(title: xTitle, scale: xScale, tickFormat: .integer, namedValues: names),
      yAxis: Axis(title: quantity.title, scale: Scale(kind, fitting: values, margin: 0.06)), marks: marks,
      legend: legend, notes: notes)
    return Figure(chart, of: dumps)
  }
}
