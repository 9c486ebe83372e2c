import ChartCells
import Charts
import Figures
import TerminalCells

/// The screens of charts: one or several of them side by side, and what is known of the selected dump.
struct ChartsScreen {
  let model: Model
  let appearance: Appearance

  func draw(into buffer: inout CellBuffer, _ layout: ScreenLayout) {
    let figures = model.charts.figures
    if model.screen == .selection {
      SelectionListView(model: model, appearance: appearance).draw(into: &buffer, in: layout.details)
    } else if model.screen == .laboratory {
      LaboratoryView(model: model, appearance: appearance).draw(into: &buffer, in: layout.details)
    } else if let entry = model.selected {
      DetailsView(entry: entry, model: model, appearance: appearance).draw(into: &buffer, in: layout.details)
    }
    guard !figures.isEmpty else {
      buffer.write(
        Absence(in: model).text, x: layout.chart.x + 1, y: layout.chart.y + layout.chart.height / 2,
        style: appearance.theme.style(.dim), within: layout.chart)
      return
    }
    let focus = model.focusedPane
    let readOut = model.charts.crosshair.flatMap { ReadOut($0, of: focus.index, among: figures, in: model)?.text }
    let shared = model.charts.crosshair.flatMap { SharedCrosshair($0, on: figures[focus.index]) }
    for (index, rect) in layout.chartPanes(of: model).enumerated() {
      guard let rect else { continue }
      ChartPane(
        model: model, appearance: appearance, figure: figures[index],
        pane: PaneID(screen: model.screen, index: index), shared: shared
      ).draw(into: &buffer, in: rect)
    }
    if let readOut {
      buffer.write(
        WrappedText.shortened(readOut, to: layout.chart.width - 2), x: layout.chart.x + 1, y: layout.chart.maxY - 1,
        style: appearance.theme.style(ChartRole.crosshair),
        within: layout.chart)
    }
  }
}
