import ChartCells
import Charts
import Figures
import TerminalCells

/// The log-log spectrum of one dump, or why there is none yet.
struct SpectrumView {
  let model: Model
  let entry: DumpEntry
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, in rect: Rect, showsResiduals: Bool = false) {
    guard !rect.isEmpty else { return }
    guard let spectrum = model.spectra[entry.record.id] else {
      buffer.write(
        absence, x: rect.x + 1, y: rect.y + rect.height / 2, style: appearance.theme.style(.dim), within: rect)
      return
    }
    let figure = SpectrumFigure(spectrum, fit: entry.record.summary?.fit, label: label)
    let strip = showsResiduals && figure.fit != nil ? 2 : 0
    let chart = figure.chart
    let chartRect = rect.inset(bottom: strip)
    ChartRenderer(theme: appearance.theme, canvas: appearance.canvas).render(chart, into: &buffer, in: chartRect)
    if strip > 0 {
      let geometry = plotGeometry(chart, in: chartRect, canvas: appearance.canvas)
      drawResiduals(of: figure, into: &buffer, y: chartRect.maxY, geometry: geometry)
    }
  }

  /// The strip under the chart: how far ln λ lies above or below the line, rank by rank.
  private func drawResiduals(of figure: SpectrumFigure, into buffer: inout CellBuffer, y: Int, geometry: PlotGeometry) {
    let strip = SignedBarStrip(figure.residuals, role: .fit, least: 0.01)
    strip.draw(into: &buffer, y: y, geometry: geometry, theme: appearance.theme, canvas: appearance.canvas)
    let label = appearance.theme.style(ChartRole.label)
    for (row, sign) in ["+", "−"].enumerated() {
      let text = "\(sign)\(NumberText.fixed(strip.full, 2))"
      buffer.write(text, x: geometry.plot.x - 1 - text.displayWidth, y: y + row, style: label)
    }
    let title = "residual of ln λ"
    let firstBar = figure.residuals.first.flatMap { geometry.column(of: $0.x) } ?? geometry.plot.x
    if geometry.plot.x + title.displayWidth < firstBar { buffer.write(title, x: geometry.plot.x, y: y, style: label) }
  }

  private var label: String { "\(entry.record.dump.run) \(DumpText.withinRun(entry.record.dump))" }

  private var absence: String {
    switch entry.state {
    case .queued: "queued"
    case .computing: "computing \(entry.percentDone ?? 0) %"
    case .done: "loading the spectrum"
    case .failed: "no spectrum: \(entry.record.failure?.message ?? "it could not be read")"
    }
  }
}
