import ChartCells
import Charts
import TerminalCells

/// The focused chart for a file of text: as it is framed and as large as on the screen, with its findings below.
struct FigureText {
  let text: String

  /// nil where there is no chart.
  init?(_ model: Model) {
    let (pane, layout) = (model.focusedPane, ScreenLayout(model))
    guard let figure = model.figures.indices.contains(pane.index) ? model.figures[pane.index] : nil,
      let shown = layout.chartPanes(of: model)[pane.index]
    else { return nil }
    // All findings, whatever there was room for on the screen.
    let findings = figure.findings.map { ($0.isWarning ? "warning: " : "") + $0.text }
    var bare = figure
    bare.findings = []
    let rect = Rect(x: 0, y: 0, width: shown.width, height: shown.height)
    var buffer = CellBuffer(width: rect.width, height: rect.height)
    var model = model
    model.crosshair = nil
    let appearance = Appearance(theme: ResolvedTheme(.monochrome, depth: .none), canvas: model.canvas)
    ChartPane(model: model, appearance: appearance, figure: bare, pane: pane).draw(into: &buffer, in: rect)
    let lines = (0..<buffer.height).map { buffer.text(row: $0) } + (findings.isEmpty ? [] : [""]) + findings
    text = lines.map { $0.trimmingSpaces + "\n" }.joined()
  }
}

extension String {
  /// Without spaces at its end.
  fileprivate var trimmingSpaces: String { lastIndex { $0 != " " }.map { String(self[...$0]) } ?? "" }
}
