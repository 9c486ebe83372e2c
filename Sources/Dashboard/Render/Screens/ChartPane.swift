import ChartCells
import Charts
import Figures
import Spectra
import TerminalCells

/// One chart with its residuals, its findings and its crosshair.
struct ChartPane {
  let model: Model
  let appearance: Appearance
  let figure: Figure
  let pane: PaneID
  /// The crosshair of a pane beside this one.
  var shared: SharedCrosshair?

  func draw(into buffer: inout CellBuffer, in rect: Rect, showsResiduals: Bool = true) {
    let figure = model.framed(figure, in: pane)
    let crosshair = model.charts.crosshair.flatMap { $0.pane == pane ? $0 : nil }
    let layout = ChartPaneLayout(figure, in: rect, canvas: appearance.canvas, showsResiduals: showsResiduals)
    let (frame, geometry, strip) = (layout.frame, layout.geometry, layout.residualRows)
    ChartRenderer(theme: appearance.theme, canvas: appearance.canvas).render(figure.chart, into: &buffer, in: frame)
    if strip > 0 { drawResiduals(of: figure, into: &buffer, y: frame.maxY, geometry: geometry) }
    for (row, line) in layout.findings.enumerated() {
      buffer.write(
        line.text, x: rect.x + 1, y: frame.maxY + strip + row,
        style: appearance.theme.style(line.isWarning ? UIRole.warning : .foreground), within: rect)
    }
    if let crosshair {
      draw(crosshair, on: figure, into: &buffer, geometry)
    } else if let shared, shared.isShared(with: figure) {
      draw(shared, on: figure, into: &buffer, geometry)
    } else {
      emphasizeSelected(on: figure, into: &buffer, geometry)
    }
  }

  /// Where the selected dump stands: a row, a point and a cell are the same dump. (A spectrum is all of one dump.)
  private func emphasizeSelected(on figure: Figure, into buffer: inout CellBuffer, _ geometry: PlotGeometry) {
    guard pane.screen != .spectrum, pane.screen != .models, let id = model.selected?.id,
      let point = figure.crosshair(on: id).flatMap(figure.chart.point), let (x, y) = geometry.cell(of: point)
    else { return }
    emphasize(x, y, in: &buffer)
  }

  /// A line at the same x, and what was measured there.
  private func draw(
    _ shared: SharedCrosshair, on figure: Figure, into buffer: inout CellBuffer, _ geometry: PlotGeometry
  ) {
    if let x = geometry.column(of: shared.x) { drawLine(atX: x, into: &buffer, geometry) }
    if let point = shared.place(on: figure).flatMap(figure.chart.point), let (x, y) = geometry.cell(of: point) {
      emphasize(x, y, in: &buffer)
    }
  }

  /// Two lines that meet at the point.
  private func draw(
    _ crosshair: CrosshairState, on figure: Figure, into buffer: inout CellBuffer, _ geometry: PlotGeometry
  ) {
    guard let point = figure.chart.point(at: crosshair.place), let (x, y) = geometry.cell(of: point) else { return }
    drawLine(atX: x, into: &buffer, geometry)
    let horizontal: Character = appearance.canvas == .ascii ? "-" : "─"
    for column in geometry.plot.x..<geometry.plot.maxX { put(horizontal, column, y, into: &buffer) }
    emphasize(x, y, in: &buffer)
    if let reference = crosshair.reference.flatMap(figure.chart.point), let (x, y) = geometry.cell(of: reference) {
      emphasize(x, y, in: &buffer)
    }
  }

  private func drawLine(atX x: Int, into buffer: inout CellBuffer, _ geometry: PlotGeometry) {
    let vertical: Character = appearance.canvas == .ascii ? "|" : "│"
    for row in geometry.plot.y..<geometry.plot.maxY { put(vertical, x, row, into: &buffer) }
  }

  /// A part of a crosshair's lines, where nothing else is.
  private func put(_ glyph: Character, _ x: Int, _ y: Int, into buffer: inout CellBuffer) {
    guard buffer[x, y].character == " " else { return }
    let background = buffer[x, y].style.background
    buffer[x, y] = Cell(glyph, style: appearance.theme.style(ChartRole.crosshair))
    buffer[x, y].style.background = background
  }

  private func emphasize(_ x: Int, _ y: Int, in buffer: inout CellBuffer) {
    buffer[x, y].style.foreground = appearance.theme.style(ChartRole.crosshair).foreground
    buffer[x, y].style.attributes.formUnion([.bold, .reverse])
  }

  /// The strip under the chart: how far ln λ lies above or below the line, rank by rank.
  private func drawResiduals(of figure: Figure, into buffer: inout CellBuffer, y: Int, geometry: PlotGeometry) {
    let strip = SignedBarStrip(figure.residuals, role: .fit, least: 0.01)
    strip.draw(into: &buffer, y: y, geometry: geometry, theme: appearance.theme, canvas: appearance.canvas)
    let label = appearance.theme.style(ChartRole.label)
    for (row, sign) in ["+", "−"].enumerated() {
      let text = "\(sign)\(NumberText.fixed(strip.full, 2))"
      buffer.write(text, x: geometry.plot.x - 1 - text.displayWidth, y: y + row, style: label)
    }
    let title = "residual of ln λ"
    let firstBar = figure.residuals.first.flatMap { geometry.column(of: $0.x) } ?? geometry.plot.maxX
    if geometry.plot.x + title.displayWidth < firstBar { buffer.write(title, x: geometry.plot.x, y: y, style: label) }
  }
}
