public import TerminalCells

extension CellBuffer {
  /// The cells as text with the sequences that colour it: what a terminal shows of it is this buffer. Lines end where nothing more is
  /// to be seen.
  public var ansiText: String {
    (0..<height).map { row in
      let cells = (0..<width).map { self[$0, row] }
      let end = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
      var (line, style) = ("", Style.plain)
      for cell in cells[..<end] {
        guard let character = cell.character else { continue }
        if cell.style != style {
          line += cell.style.ansiSequence
          style = cell.style
        }
        line.append(character)
      }
      return line + (style == .plain ? "" : "\u{1b}[0m") + "\n"
    }.joined()
  }

  /// The characters alone.
  public var plainText: String {
    (0..<height).map { row in
      let line = (0..<width).compactMap { self[$0, row].character }
      return String(line[..<((line.lastIndex { $0 != " " } ?? -1) + 1)]) + "\n"
    }.joined()
  }
}

extension Cell {
  fileprivate var isEmpty: Bool { character == " " && style == .plain }
}

extension Style {
  /// Sets all of it, whatever was before (ECMA-48, 8.3.117).
  fileprivate var ansiSequence: String {
    var codes = ["0"]
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    codes += foreground.ansiCodes(base: 30) + background.ansiCodes(base: 40)
    return "\u{1b}[\(codes.joined(separator: ";"))m"
  }
}

extension Color {
  fileprivate func ansiCodes(base: Int) -> [String] {
    switch self {
    case .terminalDefault: []
    case .palette(let index) where index < 8: ["\(base + Int(index))"]
    case .palette(let index) where index < 16: ["\(base + 52 + Int(index))"]
    case .palette(let index): ["\(base + 8)", "5", "\(index)"]
    case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    }
  }
}
