import TerminalCells

/// Texts as columns, their left edges aligned.
struct TextColumns {
  let lines: [String]

  init(titles: [String], rows: [[String]]) {
    let all = [titles] + rows
    let widths = titles.indices.map { column in all.map { $0[column].displayWidth }.max() ?? 0 }
    lines = all.map { row in
      var line = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.displayWidth) }
        .joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
