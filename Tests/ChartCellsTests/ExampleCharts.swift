import Charts

/// Axes 0…10 and 0…10, and whatever is put on them.
func unitChart(_ marks: [Mark], x: Scale.Kind = .linear, y: Scale.Kind = .linear) -> Chart {
  Chart(
    xAxis: Axis(scale: Scale(x, from: x == .logarithmic ? 0.1 : 0, to: 10)),
    yAxis: Axis(scale: Scale(y, from: y == .logarithmic ? 0.1 : 0, to: 10)), marks: marks)
}

/// A dark ramp from black over red to white, a red and a blue series.
let exactColors = Theme(
  name: "exact colours",
  chart: [.zone: ThemeColor(rgb: ThemeColor.RGB(0, 60, 0), palette16: 2)],
  series: [
    SeriesStyle(color: ThemeColor(rgb: ThemeColor.RGB(255, 0, 0), palette16: 1)),
    SeriesStyle(color: ThemeColor(rgb: ThemeColor.RGB(0, 0, 255), palette16: 4), marker: .triangle, line: .dashed),
  ],
  sequential: [
    ThemeColor(rgb: ThemeColor.RGB(0, 0, 0)), ThemeColor(rgb: ThemeColor.RGB(220, 0, 0)),
    ThemeColor(rgb: ThemeColor.RGB(255, 255, 255)),
  ])

/// α over seven λ and four d: a grid on logarithmic axes whose values grow from 0.5 to 1.5, with two missing.
let landscape: Chart = {
  let lambdas = (0..<7).map { 0.001 * Double(1 << $0) }
  let dimensions = (0..<4).map { Double(128 << $0) }
  let half = 2.0.squareRoot()
  var values = (0..<28).map { Double?(0.5 + Double($0) / 27) }
  values[10] = nil
  values[24] = nil
  let cells = HeatCells(
    xEdges: lambdas.map { $0 / half } + [0.064 * half], yEdges: dimensions.map { $0 / half } + [1024 * half],
    values: values, texts: values.map { $0.map { RoundedText.hundredths($0) } ?? "" },
    scale: Scale(.linear, from: 0.5, to: 1.5), best: 17, xKind: .logarithmic, yKind: .logarithmic)
  return Chart(
    title: "α over (λ, d)",
    xAxis: Axis(
      title: "λ", scale: Scale(.logarithmic, from: 0.001 / half, to: 0.064 * half),
      namedValues: lambdas.map { NamedValue($0, "\($0)") }),
    yAxis: Axis(
      title: "d", scale: Scale(.logarithmic, from: 128 / half, to: 1024 * half),
      namedValues: dimensions.map { NamedValue($0, "\(Int($0))") }),
    marks: [Mark(.cells(cells), role: .series(0), name: "α")],
    colorBar: ColorBar(title: "α", scale: cells.scale))
}()

enum RoundedText {
  /// `0.81`
  static func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

/// Accuracy against α: eight runs with error bars, a band, a named run.
let accuracyByAlpha: Chart = {
  let bars = (0..<8).map { index in
    let (x, y) = (0.2 + 0.22 * Double(index), 60 + 4 * Double(index))
    return ErrorBar(point: DataPoint(x: x, y: y), yRange: y - 6...y + 6, xRange: x - 0.1...x + 0.07)
  }
  let band = (0...20).map { AreaPoint(x: Double($0) / 10, low: 60 + Double($0), high: 68 + 1.3 * Double($0)) }
  return Chart(
    title: "accuracy against α", xAxis: Axis(title: "α", scale: Scale(.linear, from: 0, to: 2)),
    yAxis: Axis(title: "accuracy %", scale: Scale(.linear, from: 50, to: 100)),
    marks: [
      Mark(.area(band), role: .series(1)), Mark(.errorBars(bars), role: .series(0), name: "runs"),
      Mark(.label(at: bars[2].point, "lambd_0.004"), role: .label),
    ])
}()
