import ChartCells
import Figures
import TerminalCells

/// Where a pane shows the parts of a figure: the chart, its residuals under it, its findings under these.
struct ChartPaneLayout {
  let frame: Rect
  let geometry: PlotGeometry
  /// Rows of the residuals.
  let residualRows: Int
  let findings: [String]

  /// Lower charts need all their rows for the curve.
  private static let heightForResiduals = 14

  /// - Parameter figure: as it is looked at.
  init(_ figure: Figure, in rect: Rect, canvas: ChartCanvas, showsResiduals: Bool = true) {
    residualRows = showsResiduals && rect.height >= Self.heightForResiduals && !figure.residuals.isEmpty ? 2 : 0
    let rows = rect.height >= 20 ? 6 : rect.height >= 12 ? 3 : 0
    findings = Array(figure.findings.flatMap { WrappedText.words($0, width: max(1, rect.width - 2)) }.prefix(rows))
    frame = rect.inset(bottom: residualRows + findings.count)
    geometry = plotGeometry(figure.chart, in: frame, canvas: canvas)
  }
}

extension ScreenLayout {
  /// Where the charts of the open screen stand, from left to right, nil for those that are not shown.
  func chartPanes(of model: Model) -> [Rect?] {
    panes(count: model.figures.count, first: model.paneScroll).map { $0?.inset(bottom: model.showsReadOut ? 1 : 0) }
  }
}

extension Model {
  /// Whether the line under the charts says what is under the crosshair.
  var showsReadOut: Bool { crosshair != nil && screen != .models && figures.indices.contains(focusedPane.index) }
}
