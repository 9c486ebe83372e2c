import Charts
import TerminalCells

/// The rows above the plot area: the title of the y axis over that axis, the legend, and the title of the chart at the
/// right. The legend may take further rows in a tall frame.
struct ChartHeader {
  let rows: Int
  let legend: LegendLayout
  let titleX: Int?

  /// - Parameter theme: decides the characters of samples, never their width.
  init(_ chart: Chart, in frame: Rect, glyphs: ChartGlyphs, theme: Theme) {
    let titleWidth = glyphs.text(chart.title).displayWidth
    let yTitleWidth = glyphs.text(chart.yAxis.title).displayWidth
    let available = frame.height >= 7 && frame.width >= 10 ? max(1, frame.height / 8) : 0

    let start = yTitleWidth == 0 ? 1 : yTitleWidth + 3
    let fitsTitle = titleWidth > 0 && available > 0 && start + titleWidth < frame.width
    // A title that would take the legend's room gives way unless there is none.
    let showsTitle = fitsTitle && (chart.legend.isEmpty || 2 * titleWidth <= frame.width)
    let samples = chart.legend.map { entry in
      (glyphs.sample(entry, MarkStyle(entry, theme: theme)), glyphs.text(entry.label), entry.role)
    }
    let firstWidth = frame.width - start - (showsTitle ? titleWidth + 2 : 0)
    // Only the first row has the title of the axis before it.
    let rooms = (0..<available).map { row in
      row == 0 ? (x: frame.x + start, width: firstWidth) : (x: frame.x + 1, width: frame.width - 1)
    }

    legend = LegendLayout(samples, in: rooms)
    titleX = showsTitle ? frame.maxX - titleWidth : nil
    let isEmpty = legend.items.isEmpty && !showsTitle && yTitleWidth == 0
    rows = isEmpty ? 0 : max(min(1, available), legend.rows)
  }
}
