import ChartCells
import Charts
import Figures
import Spectra
import TerminalCells

/// One chart of a dump's spectrum, or why there is none yet.
struct SpectrumView {
  let model: Model
  let entry: DumpEntry
  let appearance: Appearance
  var kind = SpectrumViewKind.eigenvalues

  func draw(into buffer: inout CellBuffer, in rect: Rect, showsResiduals: Bool = false) {
    guard !rect.isEmpty else { return }
    guard let spectra = model.spectra[entry.record.id] else {
      return write(absence, into: &buffer, in: rect)
    }
    if kind != .eigenvalues {
      guard let chart = chart(of: spectra) else { return write(absence(of: kind), into: &buffer, in: rect) }
      return draw(chart, into: &buffer, in: rect)
    }
    let figure = SpectrumFigure(spectra.spectrum, fit: entry.record.summary?.fit, label: label)
    let strip = showsResiduals && figure.fit != nil ? 2 : 0
    let chart = figure.chart
    let chartRect = rect.inset(bottom: strip)
    draw(chart, into: &buffer, in: chartRect)
    if strip > 0 {
      let geometry = plotGeometry(chart, in: chartRect, canvas: appearance.canvas)
      drawResiduals(of: figure, into: &buffer, y: chartRect.maxY, geometry: geometry)
    }
  }

  private func write(_ text: String, into buffer: inout CellBuffer, in rect: Rect) {
    buffer.write(text, x: rect.x + 1, y: rect.y + rect.height / 2, style: appearance.theme.style(.dim), within: rect)
  }

  private func draw(_ chart: Chart, into buffer: inout CellBuffer, in rect: Rect) {
    ChartRenderer(theme: appearance.theme, canvas: appearance.canvas).render(chart, into: &buffer, in: rect)
  }

  /// The other views of a spectrum, nil where there is nothing to see.
  private func chart(of spectra: DumpSpectra) -> Chart? {
    let record = entry.record
    switch kind {
    case .eigenvalues, .alphaByRange:
      return AlphaByRangeFigure(
        RangeGrid(spectra.spectrum, estimator: model.fitSettings(of: record.id).estimator), fit: record.summary?.fit
      ).chart
    case .alphaByRows:
      let points = (record.uncertainty?.alphaBySampleCount ?? []).compactMap { point in
        point.alpha.map { AlphaByRowsFigure.Point(sampleCount: point.sampleCount, alpha: $0) }
      }
      guard points.count > 1 else { return nil }
      return AlphaByRowsFigure(points, interval: record.uncertainty?.measures[.alpha]?.interval).chart
    case .benignRanks:
      return BenignEffectiveRanks(spectra.spectrum).map { BenignRanksFigure($0).chart }
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

  private func absence(of kind: SpectrumViewKind) -> String {
    switch kind {
    case .alphaByRows where entry.record.uncertainty?.method == .infinitesimalJackknife:
      "there is too little memory for the spectra of fewer rows"
    case .alphaByRows where entry.record.warnings.contains { $0.code == .noInterval }:
      "there are no spectra of fewer rows"
    case .alphaByRows where entry.record.uncertainty == nil: "the spectra of fewer rows come after all results"
    case .alphaByRows: "too few rows resolve the fitted ranks"
    case .eigenvalues, .alphaByRange, .benignRanks: "no variance"
    }
  }

  private var absence: String {
    switch entry.state {
    case .queued: "queued"
    case .computing: "computing \(entry.percentDone ?? 0) %"
    case .done: "loading the spectrum"
    case .failed: "no spectrum: \(entry.record.failure?.message ?? "it could not be read")"
    }
  }
}
