import Charts
import Figures

/// Where a picture has the parts of a figure. The legend stands above the plot area, never on it.
struct PictureLayout {
  struct LegendItem {
    let entry: LegendEntry
    let label: String
    let sample: Box
    let baseline: Double
  }

  struct Line {
    let text: String
    let baseline: Double
    let isWarning: Bool
  }

  /// Of the whole picture.
  let height: Double
  let plot: Box
  /// Below the plot area, over the same x; nil where a figure has no residuals.
  let strip: Box?
  let titleBaseline: Double?
  let legend: [LegendItem]
  let xRoom: TickRoom
  let xTicks: [Tick]
  let yTicks: [Tick]
  let yTitleX: Double
  let xTitleBaseline: Double
  let colorBar: Box?
  let colorTicks: [Tick]
  let lines: [Line]
  /// From an axis to its numbers.
  let tickLength: Double
  let labelGap: Double

  /// - Parameter ruler: measures text.
  init(_ figure: Figure, style: PictureStyle, ruler: Page) throws(PictureError) {
    let (chart, f) = (figure.chart, style.fontSize)
    let margin = 0.6 * f
    (tickLength, labelGap) = (0.4 * f, 0.3 * f)
    let width = { (text: String) in ruler.width(of: text, size: f) }

    // From above: title, legend, plot area, residuals, axis, notes.
    var y = margin
    titleBaseline = chart.title.isEmpty ? nil : y + f
    if !chart.title.isEmpty { y += 1.7 * f }
    let rows = Self.rows(of: chart.legend, width: style.width - 2 * margin, f, measured: width)
    legend = rows.enumerated().flatMap { row, items in
      items.map { item in
        LegendItem(
          entry: item.entry, label: item.label,
          sample: Box(x: margin + item.x, y: y + (Double(row) * 1.5 + 0.1) * f, width: item.sampleWidth, height: f),
          baseline: y + (Double(row) * 1.5 + 0.9) * f)
      }
    }
    y += Double(rows.count) * 1.5 * f + 0.6 * f

    let notes = (chart.notes + chart.hiddenValues.notes).map { Finding([$0], isWarning: true) }
    let findings = figure.findings.filter { $0.isWarning || style.showsFindings }
    let texts = (notes + findings).flatMap { finding in
      Self.wrapped((finding.isWarning ? "⚠ " : "") + finding.text, width: style.width - 2 * margin, measured: width)
        .map { ($0, finding.isWarning) }
    }
    let stripHeight = figure.residuals.isEmpty ? 0 : 3.6 * f
    let below =
      tickLength + labelGap + f + (chart.xAxis.title.isEmpty ? 0 : 1.5 * f)
      + (texts.isEmpty ? 0 : 0.5 * f + Double(texts.count) * 1.35 * f) + margin
    let plotHeight = style.height.map { $0 - y - stripHeight - below } ?? 0.58 * style.width
    height = style.height ?? y + plotHeight + stripHeight + below

    yTicks = chart.yAxis.ticks(
      in: TickRoom(
        length: Self.whole(plotHeight), labelGap: Self.whole(0.9 * f), minorSpacing: 3,
        labelExtent: { _ in Self.whole(f) }))
    let labels = (yTicks.compactMap(\.label) + (stripHeight > 0 ? ["+0.00"] : [])).map(width).max() ?? 0
    let left = margin + (chart.yAxis.title.isEmpty ? 0 : 1.5 * f) + labels + labelGap + tickLength
    yTitleX = margin + 0.9 * f

    var right = margin + 0.5 * f
    if let bar = chart.colorBar {
      let ticks = bar.axis.ticks(
        in: TickRoom(
          length: Self.whole(plotHeight), labelGap: Self.whole(0.9 * f), minorSpacing: 3,
          labelExtent: { _ in Self.whole(f) }))
      let labels = ticks.compactMap(\.label).map(width).max() ?? 0
      right = margin + f + f + tickLength + labelGap + labels + (bar.axis.title.isEmpty ? 0 : 1.6 * f)
      colorBar = Box(x: style.width - right + f, y: y, width: f, height: plotHeight)
      colorTicks = ticks
    } else {
      (colorBar, colorTicks) = (nil, [])
    }
    plot = Box(x: left, y: y, width: style.width - left - right, height: plotHeight)
    guard plot.width >= 6 * f, plot.height >= 4 * f else {
      throw PictureError(
        description: """
          \(Self.whole(style.width))×\(Self.whole(height)) pt have no room for the plot area beside its labels in \(f) pt: \
          ask for a larger picture or a smaller font
          """)
    }
    strip = stripHeight > 0 ? Box(x: left, y: plot.maxY + 0.6 * f, width: plot.width, height: 3 * f) : nil
    xRoom = TickRoom(
      length: Self.whole(plot.width), labelGap: Self.whole(f), minorSpacing: 3,
      labelExtent: { Self.whole(width($0).rounded(.up)) })
    xTicks = chart.xAxis.ticks(in: xRoom)
    let axis = strip?.maxY ?? plot.maxY
    var baseline = axis + tickLength + labelGap + 0.8 * f
    xTitleBaseline = baseline + 1.5 * f
    if !chart.xAxis.title.isEmpty { baseline += 1.5 * f }
    baseline += 0.5 * f
    lines = texts.enumerated().map { index, line in
      Line(text: line.0, baseline: baseline + Double(index + 1) * 1.35 * f, isWarning: line.1)
    }
  }

  /// A point of the plot area on the page.
  func place(_ point: UnitPoint) -> Place {
    Place(x: plot.x + point.x * plot.width, y: plot.maxY - point.y * plot.height)
  }

  private static func whole(_ length: Double) -> Int { Int(exactly: min(max(length, 0), 1e6).rounded()) ?? 0 }

  private struct Item {
    let entry: LegendEntry
    let label: String
    let x: Double
    let sampleWidth: Double
  }

  /// Entries in rows from left to right, as many rows as they need.
  private static func rows(
    of legend: [LegendEntry], width: Double, _ f: Double, measured: (String) -> Double
  ) -> [[Item]] {
    var (rows, x): ([[Item]], Double) = ([], .infinity)
    for entry in legend {
      let sample = (entry.sample == .line ? 2.2 : 1) * f
      let label = shortened(entry.label, width: width - sample - 0.5 * f, measured: measured)
      let length = sample + 0.5 * f + measured(label)
      if x + length > width {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append(Item(entry: entry, label: label, x: x, sampleWidth: sample))
      x += length + 1.5 * f
    }
    return rows
  }

  /// The beginning of a text, as much as fits.
  static func shortened(_ text: String, width: Double, measured: (String) -> Double) -> String {
    guard measured(text) > width else { return text }
    var kept = text
    while !kept.isEmpty, measured(kept + "…") > width { kept.removeLast() }
    return kept + "…"
  }

  /// A text in lines, broken between words where it can be.
  private static func wrapped(_ text: String, width: Double, measured: (String) -> Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last, measured("\(last) \(word)") <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(shortened(word, width: width, measured: measured))
      }
    }
    return lines
  }
}
