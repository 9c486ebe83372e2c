import ChartCells
import Figures
import TerminalCells

/// Where a pane shows the parts of a figure: the chart, its residuals under it, its findings under these.
struct ChartPaneLayout {
  let frame: Rect
  let geometry: PlotGeometry
  /// Rows of the residuals.
  let residualRows: Int
  let findings: [(text: String, isWarning: Bool)]

  /// Lower charts need all their rows for the curve.
  private static let heightForResiduals = 14

  /// - Parameter figure: as it is looked at.
  init(_ figure: Figure, in rect: Rect, canvas: ChartCanvas, showsResiduals: Bool = true) {
    // Nothing touches the edge of the screen or the next pane.
    let rect = rect.inset(right: 1)
    residualRows = showsResiduals && rect.height >= Self.heightForResiduals && !figure.residuals.isEmpty ? 2 : 0
    let lines = Self.lines(of: figure.findings, width: rect.width - 2)
    findings = Array(lines.prefix(Self.findingRows(of: rect.height)))
    frame = rect.inset(bottom: residualRows + findings.count)
    geometry = plotGeometry(figure.chart, in: frame, canvas: canvas)
  }

  /// How many rows findings may have below a chart.
  private static func findingRows(of height: Int) -> Int { height < 12 ? 0 : height < 20 ? 3 : max(6, height / 4) }

  /// Findings in lines, those after the first of each set in.
  static func lines(of findings: [Finding], width: Int) -> [(text: String, isWarning: Bool)] {
    findings.flatMap { finding in
      var phrases = finding.phrases
      if finding.isWarning, let first = phrases.first { phrases[0] = "⚠ \(first)" }
      return WrappedText.phrases(phrases, width: width, indent: 2).map { ($0, finding.isWarning) }
    }
  }
}

extension ScreenLayout {
  /// Where the charts of the open screen stand, from left to right, nil for those that are not shown.
  func chartPanes(of model: Model) -> [Rect?] {
    panes(count: model.charts.figures.count, first: model.charts.firstShown).map {
      $0?.inset(bottom: model.showsReadOut ? 1 : 0)
    }
  }
}

extension Model {
  /// Whether the line under the charts says what is under the crosshair.
  var showsReadOut: Bool {
    charts.crosshair != nil && screen != .models && charts.figures.indices.contains(focusedPane.index)
  }
}
