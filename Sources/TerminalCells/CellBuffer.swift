/// A picture of the screen in memory: `width` × `height` cells. Whatever lies outside is clipped, never trapped on.
public struct CellBuffer: Sendable, Equatable {
  public let width: Int
  public let height: Int
  /// Row-major: the cell at column x of row y is `cells[y * width + x]`.
  public private(set) var cells: [Cell]

  /// A blank buffer; negative sizes count as 0.
  public init(width: Int, height: Int, filledWith cell: Cell = .blank) {
    self.width = max(0, width)
    self.height = max(0, height)
    self.cells = [Cell](repeating: cell, count: self.width * self.height)
  }

  /// The whole buffer.
  public var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

  /// The cell at a position; blank outside of the buffer, where writing has no effect. Setting is raw: who sets a wide
  /// character sets its right half too (`write` and `fill` see to that, and to halves that they leave behind).
  public subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? cells[y * width + x] : .blank }
    set { if contains(x, y) { cells[y * width + x] = newValue } }
  }

  /// Fills a rectangle with one cell.
  public mutating func fill(_ rect: Rect, with cell: Cell) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for y in visible.y..<visible.maxY {
      blankHalvesAround(columns: visible.x..<visible.maxX, row: y)
      for x in visible.x..<visible.maxX { cells[y * width + x] = cell }
    }
  }

  /// Changes the style of what a rectangle already shows.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for y in visible.y..<visible.maxY {
      for x in visible.x..<visible.maxX { change(&cells[y * width + x].style) }
    }
  }

  /// Writes text from a position to the right, clipped to `limit` (the whole buffer by default), and returns the column
  /// after it. Wide characters take two cells and are replaced by a space where only one of them fits; control
  /// characters and what cannot be printed are shown as `·`, so that no text from outside reaches the terminal as a
  /// command.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, x: Int, y: Int, style: Style = .plain, within limit: Rect? = nil
  )
    -> Int
  {
    let area = (limit ?? bounds).intersection(bounds)
    var column = x
    guard y >= area.y, y < area.maxY else { return column }
    for character in text {
      if column >= area.maxX { break }
      let shown = character.isUnprintable ? "·" : character
      let columns = shown.displayWidth
      if columns == 0 { continue }
      if column >= area.x, column + columns <= area.maxX {
        blankHalvesAround(columns: column..<(column + columns), row: y)
        self[column, y] = Cell(shown, style: style)
        if columns == 2 { self[column + 1, y] = Cell(nil, style: style) }
      } else if columns == 2 {
        for half in column..<(column + 2) where half >= area.x && half < area.maxX {
          blankHalvesAround(columns: half..<(half + 1), row: y)
          self[half, y] = Cell(" ", style: style)
        }
      }
      column += columns
    }
    return column
  }

  /// Before these columns are overwritten: a wide character that reaches into them from the left, or out of them to the
  /// right, loses a half, so the half that stays becomes a space.
  private mutating func blankHalvesAround(columns: Range<Int>, row: Int) {
    if self[columns.lowerBound, row].isContinuation { self[columns.lowerBound - 1, row].character = " " }
    if self[columns.upperBound, row].isContinuation { self[columns.upperBound, row].character = " " }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool { x >= 0 && x < width && y >= 0 && y < height }
}
