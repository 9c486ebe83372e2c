import Charts
import TerminalCells

/// Legend entries in rows, left to right; what does not fit is counted.
struct LegendLayout {
  struct Item {
    var x: Int
    var row: Int
    var sample: String
    var label: String
    var role: ChartRole
  }

  private(set) var items: [Item] = []
  /// How many entries there was no room for.
  private(set) var omitted = 0
  private(set) var rows = 0

  /// Columns between two entries.
  private static let gap = 3

  /// - Parameters:
  ///   - widths: of the rows there may be, each counted from `start`; a row can be shorter than others.
  init(_ samples: [(sample: String, label: String, role: ChartRole)], startingAt start: Int, widths: [Int]) {
    var row = 0
    var used = 0
    for (index, entry) in samples.enumerated() {
      let width = entry.sample.displayWidth + 1 + entry.label.displayWidth
      while row < widths.count, used + width > widths[row] {
        // An entry alone in its row is shown as far as it fits.
        if used == 0, row == widths.count - 1, widths[row] >= entry.sample.displayWidth + 2 { break }
        row += 1
        used = 0
      }
      guard row < widths.count else {
        omitted = samples.count - index
        break
      }
      items.append(Item(x: start + used, row: row, sample: entry.sample, label: entry.label, role: entry.role))
      used += width + Self.gap
    }
    rows = (items.last?.row).map { $0 + 1 } ?? 0
  }
}

extension ChartGlyphs {
  /// The sample of a legend entry as text: `━●`, `┅▲`, `┊`.
  func sample(_ entry: LegendEntry, _ style: MarkStyle) -> String {
    let marker = style.marker.map { String(self.marker($0)) }
    switch entry.sample {
    case .line: return String(lineSample(style.line)) + (marker ?? "")
    case .point: return marker ?? String(self.marker(.circle))
    case .band: return String(verticalRule(style.line))
    case .bar: return String(barSample)
    }
  }
}
