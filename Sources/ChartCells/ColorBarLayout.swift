import Charts
import TerminalCells

/// Where the colour bar stands: beside the plot area, its title in the first row, its numbers to its right.
struct ColorBarLayout {
  /// Of all of it with the gap before it.
  let width: Int
  let title: String
  let ramp: ColorRamp
  /// What is filled with colours.
  let bar: Rect
  let ticks: [Tick]

  private static let gap = 2
  private static let barWidth = 2
  /// What the plot area keeps at least.
  private static let leastPlot = (width: 24, height: 5)

  /// - Parameter plot: what there is for plot area and bar; `nil` where that is too small for both.
  init?(_ colorBar: ColorBar, beside plot: Rect, glyphs: ChartGlyphs) {
    title = glyphs.text(colorBar.axis.title)
    ramp = colorBar.ramp
    let height = plot.height - (title.isEmpty ? 0 : 1)
    ticks = colorBar.axis.ticks(in: TickRoom(length: height, labelGap: 1, minorSpacing: 2, labelExtent: { _ in 1 }))
    let labels = ticks.compactMap(\.label).map { glyphs.text($0).displayWidth }.max() ?? 0
    let content = Self.barWidth + (labels > 0 ? labels + 1 : 0)
    // A long title ends at the frame: the bar takes no more of the plot area for it.
    width = Self.gap + max(content, min(title.displayWidth, 10))
    guard plot.width - width >= Self.leastPlot.width, plot.height >= Self.leastPlot.height else { return nil }
    bar = Rect(x: plot.maxX - width + Self.gap, y: plot.maxY - height, width: Self.barWidth, height: height)
  }
}

extension FrameDrawing {
  func drawColorBar(into buffer: inout CellBuffer) {
    guard let colorBar = layout.colorBar else { return }
    let bar = colorBar.bar
    let palette = RampPalette(colorBar.ramp, theme: theme, canvas: glyphs.canvas)
    for row in 0..<bar.height {
      let (lower, upper) = (Double(row) + 0.25, Double(row) + 0.75)
      let cell = palette.cell(upper: upper / Double(bar.height), lower: lower / Double(bar.height))
      buffer.fill(Rect(x: bar.x, y: bar.maxY - 1 - row, width: bar.width, height: 1), with: cell)
    }
    let label = theme.style(.label)
    buffer.write(colorBar.title, x: bar.x, y: bar.y - 1, style: label, within: layout.geometry.frame)
    for tick in colorBar.ticks {
      guard let text = tick.label, let row = Scale.slot(tick.position, of: bar.height) else { continue }
      buffer.write(
        glyphs.text(text), x: bar.maxX + 1, y: bar.maxY - 1 - row, style: label, within: layout.geometry.frame)
    }
  }
}
