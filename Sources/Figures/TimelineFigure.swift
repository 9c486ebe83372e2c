public import Analysis
import Charts

/// A quantity over training, a curve for each run.
public struct TimelineFigure {
  /// The checkpoints of each run and layer, in the order of training; those that are looked at first.
  public var runs: [RecordSeries]
  public var quantity: Quantity
  /// How much of the value before remains, 0 for the values as they are; those are always there too.
  public var smoothing: Double

  public init(_ runs: [RecordSeries], quantity: Quantity, smoothing: Double = 0) {
    self.runs = runs
    self.quantity = quantity
    self.smoothing = smoothing
  }

  /// nil where no run has the quantity at two moments.
  public var figure: Figure? {
    let hasEpochs = runs.allSatisfy { $0.records.allSatisfy { $0.dump.checkpoint?.epoch != nil } }
    var marks: [Mark] = []
    var legend: [LegendEntry] = []
    var dumps: [Dump.ID] = []
    var series = 0
    for run in runs {
      let measured = run.records.compactMap { record -> RecordSeries.Measured? in
        guard let moment = hasEpochs ? record.dump.checkpoint?.epoch : record.dump.checkpoint?.step,
          let value = record.quantity(named: quantity.name, of: .allCheckpoints)
        else { return nil }
        return (DataPoint(x: Double(moment), y: value), record)
      }
      guard measured.count > 1 else { continue }
      let points = measured.map(\.point)
      let role: ChartRole = run.isFocused ? .series(series) : .dimmed
      if run.isFocused {
        series += 1
        marks += RecordSeries.intervals(of: measured, quantity, role)
        if smoothing > 0 { marks.append(Mark(.line(smoothed(points)), role: role, z: 1)) }
      }
      let subjects = Array(dumps.count..<dumps.count + measured.count)
      dumps += measured.map(\.record.id)
      let style: LineStyle? = run.isFocused && smoothing == 0 ? nil : .dotted
      let mark = Mark(
        .line(points), role: role, lineStyle: style, name: run.title, subjects: subjects, z: run.isFocused ? 2 : 0)
      marks.append(mark)
      if run.isFocused { legend.append(LegendEntry(run.title, for: mark)) }
    }
    guard !dumps.isEmpty else { return nil }
    let extremes = marks.flatMap(\.extremes)
    let values = extremes.map(\.y)
    let kind: Scale.Kind = Quantity.isLogarithmicByNature(values: values) ? .logarithmic : .linear
    let chart = Chart(
      xAxis: Axis(
        title: hasEpochs ? "epoch" : "step", scale: Scale(.linear, fitting: extremes.map(\.x), margin: 0.03),
        tickFormat: .integer),
      yAxis: Axis(title: quantity.title, scale: Scale(kind, fitting: values, margin: 0.06)), marks: marks,
      legend: legend, notes: smoothing > 0 ? ["smoothed, the values themselves dotted"] : [])
    return Figure(chart, of: dumps)
  }

  /// The exponential moving average, which begins at the first value.
  private func smoothed(_ points: [DataPoint]) -> [DataPoint] {
    var average: Double?
    return points.map { point in
      let value = average.map { smoothing * $0 + (1 - smoothing) * point.y } ?? point.y
      if value.isFinite { average = value }
      return DataPoint(x: point.x, y: value)
    }
  }
}
