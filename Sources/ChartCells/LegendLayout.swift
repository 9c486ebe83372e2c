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

  /// - Parameter rooms: the rows there may be, from above: where each begins and how wide it is.
  init(_ samples: [(sample: String, label: String, role: ChartRole)], in rooms: [(x: Int, width: Int)]) {
    var row = 0
    var used = 0
    for (index, entry) in samples.enumerated() {
      let width = entry.sample.displayWidth + 1 + entry.label.displayWidth
      while row < rooms.count, used + width > rooms[row].width {
        // An entry alone in its row is shown as far as it fits.
        if used == 0, row == rooms.count - 1, rooms[row].width >= entry.sample.displayWidth + 2 { break }
        row += 1
        used = 0
      }
      guard row < rooms.count else {
        omitted = samples.count - index
        break
      }
      items.append(Item(x: rooms[row].x + used, row: row, sample: entry.sample, label: entry.label, role: entry.role))
      used += width + Self.gap
    }
    rows = (items.last?.row).map { $0 + 1 } ?? 0
    makeRoomForCount(in: rooms)
  }

  /// What the legend says of entries that it has no room for.
  var omission: String? { omitted > 0 ? " +\(omitted)" : nil }

  /// Omits the end of the last row, too, where the count of what is omitted would stand over it; but not the only entry there.
  private mutating func makeRoomForCount(in rooms: [(x: Int, width: Int)]) {
    while let omission, let last = items.last, items.dropLast().last?.row == last.row {
      let end = last.x + last.sample.displayWidth + 1 + last.label.displayWidth
      guard end + omission.displayWidth > rooms[last.row].x + rooms[last.row].width else { return }
      items.removeLast()
      omitted += 1
    }
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
