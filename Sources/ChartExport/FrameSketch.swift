import Charts
import Figures

/// Everything of a picture that is around the plot area.
struct FrameSketch {
  let figure: Figure
  let layout: PictureLayout
  let style: PictureStyle
  let page: Page

  private var chart: Chart { figure.chart }
  private var plot: Box { layout.plot }
  private var f: Double { style.fontSize }
  /// Of axes and ticks.
  private var hairline: Double { 0.06 * f }

  /// Faint lines at the marks with numbers.
  func drawGrid() {
    // Over whatever is shaded there.
    let (color, opacity) = (style.color(ChartRole.axis), 0.14)
    for tick in layout.xTicks where tick.isMajor && chart.xAxis.namedValues.isEmpty {
      let x = plot.x + tick.position * plot.width
      page.stroke([Place(x: x, y: plot.y), Place(x: x, y: plot.maxY)], color, width: hairline, opacity: opacity)
    }
    for tick in layout.yTicks where tick.isMajor && chart.yAxis.namedValues.isEmpty {
      let y = plot.maxY - tick.position * plot.height
      page.stroke([Place(x: plot.x, y: y), Place(x: plot.maxX, y: y)], color, width: hairline, opacity: opacity)
    }
  }

  func drawAxes() {
    let (axis, tickColor, label) = (
      style.color(ChartRole.axis), style.color(ChartRole.tick), style.color(ChartRole.label)
    )
    let bottom = layout.strip?.maxY ?? plot.maxY
    for box in [plot, layout.strip].compactMap(\.self) {
      page.stroke(
        [Place(x: box.x, y: box.y), Place(x: box.x, y: box.maxY), Place(x: box.maxX, y: box.maxY)], axis,
        width: hairline)
    }
    for tick in layout.yTicks {
      let y = plot.maxY - tick.position * plot.height
      let length = layout.tickLength * (tick.isMajor ? 1 : 0.5)
      page.stroke([Place(x: plot.x - length, y: y), Place(x: plot.x, y: y)], tickColor, width: hairline)
      guard let text = tick.label else { continue }
      page.write(
        text, at: Place(x: plot.x - layout.tickLength - layout.labelGap, y: y + 0.36 * f), size: f, label, anchor: .end)
    }
    for tick in layout.xTicks {
      let x = plot.x + tick.position * plot.width
      let length = layout.tickLength * (tick.isMajor ? 1 : 0.5)
      page.stroke([Place(x: x, y: bottom), Place(x: x, y: bottom + length)], tickColor, width: hairline)
      guard let text = tick.label else { continue }
      let baseline = bottom + layout.tickLength + layout.labelGap + 0.8 * f
      page.write(text, at: Place(x: labelMiddle(text, x), y: baseline), size: f, label, anchor: .middle)
    }
    drawColorBar()
  }

  /// Under its tick, but not beyond the picture.
  private func labelMiddle(_ text: String, _ x: Double) -> Double {
    let half = page.width(of: text, size: f) / 2
    return min(max(x, half), style.width - half)
  }

  private func drawColorBar() {
    guard let bar = chart.colorBar, let box = layout.colorBar else { return }
    let colors = style.theme.colors(of: bar.ramp, count: 128)
    let step = box.height / Double(max(1, colors.count))
    for (index, color) in colors.enumerated() {
      // Each reaches under the next, so that nothing shines through between them.
      let height = index + 1 < colors.count ? 1.5 * step : step
      page.fill(
        Box(x: box.x, y: box.maxY - Double(index) * step - height, width: box.width, height: height), color)
    }
    let (axis, label) = (style.color(ChartRole.axis), style.color(ChartRole.label))
    page.stroke(
      [
        Place(x: box.x, y: box.y), Place(x: box.maxX, y: box.y), Place(x: box.maxX, y: box.maxY),
        Place(x: box.x, y: box.maxY),
      ], isClosed: true, axis, width: hairline)
    for tick in layout.colorTicks {
      let y = box.maxY - tick.position * box.height
      let length = layout.tickLength * (tick.isMajor ? 1 : 0.5)
      page.stroke([Place(x: box.maxX, y: y), Place(x: box.maxX + length, y: y)], axis, width: hairline)
      guard let text = tick.label else { continue }
      page.write(text, at: Place(x: box.maxX + layout.tickLength + layout.labelGap, y: y + 0.36 * f), size: f, label)
    }
    page.write(
      bar.axis.title, at: Place(x: style.width - 0.9 * f, y: box.y + box.height / 2), size: f, label, anchor: .middle,
      turned: true)
  }

  /// How far ln λ lies above or below the fit, rank by rank, in units of the largest deviation.
  func drawResiduals() {
    guard let box = layout.strip else { return }
    let finite = figure.residuals.filter(\.y.isFinite)
    let full = max(0.01, finite.map { abs($0.y) }.max() ?? 0)
    let (middle, color) = (box.y + box.height / 2, style.color(ChartRole.fit))
    page.clipped(to: box) {
      for point in finite {
        guard let position = chart.xAxis.scale.position(of: point.x), (0...1).contains(position) else { continue }
        let x = box.x + position * box.width
        page.stroke(
          [Place(x: x, y: middle), Place(x: x, y: middle - point.y / full * box.height / 2)], color,
          width: 0.1 * f)
      }
    }
    let label = style.color(ChartRole.label)
    page.stroke(
      [Place(x: box.x, y: middle), Place(x: box.maxX, y: middle)], style.color(ChartRole.axis), width: hairline)
    for (text, y) in [("+", box.y), ("−", box.maxY)].map({ ("\($0.0)\(Self.fixed(full))", $0.1) }) {
      page.stroke([Place(x: box.x - layout.tickLength, y: y), Place(x: box.x, y: y)], label, width: hairline)
      page.write(
        text,
        at: Place(x: box.x - layout.tickLength - layout.labelGap, y: y + (y < middle ? 0.7 : 0.1) * f), size: 0.9 * f,
        label, anchor: .end)
    }
    page.write("residual of ln λ", at: Place(x: box.x + 0.4 * f, y: box.y + 0.9 * f), size: 0.9 * f, label)
  }

  private static func fixed(_ value: Double) -> String {
    let hundredths = Int(exactly: (min(value, 1e9) * 100).rounded()) ?? 0
    let rest = String(hundredths % 100)
    return "\(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest)"
  }

  func drawText() {
    let label = style.color(ChartRole.label)
    if let baseline = layout.titleBaseline {
      page.use(font: style.font, isBold: true)
      let room = style.width - 1.2 * f
      let title = PictureLayout.shortened(chart.title, width: room) { page.width(of: $0, size: f) }
      page.write(title, at: Place(x: 0.6 * f, y: baseline), size: f, style.color(UIRole.title))
      page.use(font: style.font, isBold: false)
    }
    page.write(
      chart.yAxis.title, at: Place(x: layout.yTitleX, y: plot.y + plot.height / 2), size: f, label, anchor: .middle,
      turned: true)
    page.write(
      chart.xAxis.title, at: Place(x: plot.x + plot.width / 2, y: layout.xTitleBaseline), size: f, label,
      anchor: .middle)
    for item in layout.legend {
      MarkerSketch(style: style, page: page).drawSample(of: item.entry, in: item.sample)
      page.write(item.label, at: Place(x: item.sample.maxX + 0.5 * f, y: item.baseline), size: f, label)
    }
    for line in layout.lines {
      page.write(
        line.text, at: Place(x: 0.6 * f, y: line.baseline), size: f,
        style.color(line.isWarning ? UIRole.warning : .foreground))
    }
  }
}
