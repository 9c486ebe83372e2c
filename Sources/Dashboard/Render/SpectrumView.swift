import ChartCells
import Figures
import TerminalCells

/// The log-log spectrum of one dump, or why there is none yet.
struct SpectrumView {
  let model: Model
  let entry: DumpEntry
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, in rect: Rect) {
    guard !rect.isEmpty else { return }
    guard let spectrum = model.spectra[entry.record.id] else {
      buffer.write(
        absence, x: rect.x + 1, y: rect.y + rect.height / 2, style: appearance.theme.style(.dim), within: rect)
      return
    }
    let figure = SpectrumFigure(spectrum, fit: entry.record.summary?.fit, label: label)
    ChartRenderer(theme: appearance.theme, canvas: appearance.canvas).render(figure.chart, into: &buffer, in: rect)
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
