import ChartCells
import Charts
import TerminalCells

/// A chart drawn into a buffer of its own, at its upper left corner.
func draw(
  _ chart: Chart, width: Int, height: Int, canvas: ChartCanvas = .braille, theme: Theme = .monochrome,
  depth: ColorDepth = .none
) -> CellBuffer {
  var buffer = CellBuffer(width: width, height: height)
  ChartRenderer(theme: ResolvedTheme(theme, depth: depth), canvas: canvas)
    .render(chart, into: &buffer, in: buffer.bounds)
  return buffer
}

/// λₖ = k⁻¹ for 256 ranks with the fit over 11…100: a line on log-log axes from (1, 1) to (256, 1/256).
let harmonicSpectrum = Chart(
  title: "λₖ against rank k",
  xAxis: Axis(title: "rank", scale: Scale(.logarithmic, from: 1, to: 256), tickFormat: .integer),
  yAxis: Axis(title: "λ", scale: Scale(.logarithmic, from: 1e-3, to: 1.5), tickFormat: .powersOfTen),
  marks: [
    Mark(.xBand(from: 11, to: 100), role: .fitRange),
    Mark(.line((1...256).map { DataPoint(x: Double($0), y: 1 / Double($0)) }), role: .series(0), z: 1),
    Mark(.lineThrough(DataPoint(x: 1, y: 1), DataPoint(x: 100, y: 0.01)), role: .fit, lineStyle: .dashed),
  ],
  legend: [
    LegendEntry("λ 0.00631", role: .series(0)), LegendEntry("fit", role: .fit, lineStyle: .dashed),
    LegendEntry("fit range", sample: .band, role: .fitRange),
  ])

/// A red and a blue series and a green range.
let threeColors = Theme(
  name: "three colours",
  chart: [.fitRange: ThemeColor(palette16: 2)],
  series: [SeriesStyle(color: ThemeColor(palette16: 1)), SeriesStyle(color: ThemeColor(palette16: 4))])

extension Character {
  /// The dots of a braille character.
  var brailleDots: UInt8 {
    unicodeScalars.first.flatMap { (0x2800...0x28ff).contains($0.value) ? UInt8($0.value & 0xff) : nil } ?? 0
  }
}
