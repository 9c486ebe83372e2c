import ChartCells
import TerminalCells

/// Screen 2: the spectrum of the selected dump over as much of the terminal as there is.
struct SpectrumScreen {
  let model: Model
  let appearance: Appearance

  /// Lower charts need all their rows for the curve.
  private static let heightForResiduals = 14

  func draw(into buffer: inout CellBuffer, _ layout: ScreenLayout) {
    guard let entry = model.selected else {
      buffer.write(
        "no dump is selected", x: layout.body.x + 2, y: layout.body.y + 1, style: appearance.theme.style(.dim),
        within: layout.body)
      return
    }
    DetailsView(entry: entry, model: model, appearance: appearance)
      .draw(into: &buffer, in: layout.details)
    SpectrumView(model: model, entry: entry, appearance: appearance, kind: model.spectrumView)
      .draw(into: &buffer, in: layout.chart, showsResiduals: layout.chart.height >= Self.heightForResiduals)
  }
}
