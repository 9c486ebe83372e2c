import Charts
import TerminalCells

/// What of a chart fits into a frame, and where. Small frames lose the legend first, then titles, labels and axes; the
/// plot area is what remains.
struct ChartLayout {
  let geometry: PlotGeometry
  let xRoom: TickRoom
  let xTicks: [Tick]
  let yTicks: [Tick]
  let showsAxes: Bool
  let showsYLabels: Bool
  /// Rows above the plot area: title of the y axis, legend, title of the chart.
  let headerRows: Int
  /// The last row, of the title of the x axis and the notes; `nil` where there is none.
  let footerRow: Int?
  let legend: LegendLayout
  /// Where the title of the chart begins in the first row; `nil` where it does not fit.
  let titleX: Int?
  let colorBar: ColorBarLayout?
  let notes: [String]

  /// - Parameter theme: decides the samples of the legend but no size, so that any theme gives the same geometry.
  init(_ chart: Chart, in frame: Rect, glyphs: ChartGlyphs, theme: Theme = .monochrome) {
    let notes = chart.notes + chart.hiddenValues.notes
    let showsAxes = frame.width >= 10 && frame.height >= 5
    let hasFooter =
      showsAxes && (frame.height >= 9 && !chart.xAxis.title.isEmpty || frame.height >= 6 && !notes.isEmpty)

    let header = ChartHeader(chart, in: frame, glyphs: glyphs, theme: theme)
    let rowsBelow = (showsAxes ? 2 : 0) + (hasFooter ? 1 : 0)
    let plotHeight = max(0, frame.height - header.rows - rowsBelow)

    // The lines of a list need nothing between them, numbers of a scale do.
    let yGap = chart.yAxis.namedValues.isEmpty ? 1 : 0
    let yTicks = chart.yAxis.ticks(
      in: TickRoom(length: plotHeight, labelGap: yGap, minorSpacing: 2, labelExtent: { _ in 1 }))
    let labelWidth = yTicks.compactMap(\.label).map { glyphs.text($0).displayWidth }.max() ?? 0
    let showsYLabels = showsAxes && frame.width >= labelWidth + 2 + 8
    let gutter = showsYLabels ? labelWidth + 2 : showsAxes ? 1 : 0
    let whole = Rect(
      x: frame.x + gutter, y: frame.y + header.rows, width: frame.width - gutter, height: plotHeight)
    let colorBar = chart.colorBar.flatMap { ColorBarLayout($0, beside: whole, glyphs: glyphs) }
    let plot = whole.inset(right: colorBar?.width ?? 0)

    self.geometry = PlotGeometry(frame: frame, plot: plot, xScale: chart.xAxis.scale, yScale: chart.yAxis.scale)
    self.xRoom = TickRoom(
      length: plot.width, labelGap: 2, minorSpacing: 2, labelExtent: { glyphs.text($0).displayWidth })
    self.xTicks = chart.xAxis.ticks(in: xRoom)
    self.yTicks = yTicks
    self.showsAxes = showsAxes
    self.showsYLabels = showsYLabels
    self.headerRows = header.rows
    self.footerRow = hasFooter ? frame.maxY - 1 : nil
    self.legend = header.legend
    self.titleX = header.titleX
    self.colorBar = colorBar
    self.notes = notes.map(glyphs.text)
  }
}
