public import TerminalCells

extension CellBuffer {
  /// The buffer as text, for committed snapshots: its size; every row between bars, without its trailing spaces; then
  /// one line for every run of cells that share a style other than plain: `row, first…last column, style`, from 0.
  ///
  /// ```
  /// 8×2
  /// │alpha 1│
  /// ││
  /// 0, 0…4, blue bold
  /// ```
  public func snapshot() -> String {
    var lines = ["\(width)×\(height)"]
    for y in 0..<height { lines.append("│\(text(row: y))│") }
    for y in 0..<height {
      var start = 0
      while start < width {
        let style = self[start, y].style
        var end = start
        while end + 1 < width, self[end + 1, y].style == style { end += 1 }
        if style != .plain { lines.append("\(y), \(start)…\(end), \(style)") }
        start = end + 1
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a row shows, without its trailing spaces; empty outside of the buffer.
  public func text(row y: Int) -> String {
    var text = ""
    for x in 0..<width {
      if let character = self[x, y].character { text.append(character) }
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
