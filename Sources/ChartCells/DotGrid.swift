import Charts

/// The dots of one curve on the plot area, of one after the other.
struct DotGrid {
  /// What a curve has in one cell.
  struct Dots {
    /// Where it passes, gaps of its line style included.
    var coverage: UInt8 = 0
    /// The same without the gaps.
    var ink: UInt8 = 0
  }

  /// In dots.
  private let columns: Int
  private let rows: Int
  private let dotColumns: Int
  private let dotRows: Int
  /// In cells.
  private let width: Int
  /// Of the dots of a cell, row by row.
  private let bits: [UInt8]
  /// Row-major.
  private var cells: [Dots]
  /// Those of `cells` that have dots.
  private var touched: [Int] = []
  /// Dots since the beginning of the curve; what the line style goes by.
  private var steps = 0

  init(width: Int, height: Int, canvas: ChartCanvas) {
    (dotColumns, dotRows) = (canvas.dotColumns, canvas.dotRows)
    (columns, rows) = (width * canvas.dotColumns, height * canvas.dotRows)
    self.width = width
    bits = (0..<canvas.dotRows).flatMap { row in
      (0..<canvas.dotColumns).map { canvas.bit(column: $0, row: row) }
    }
    cells = [Dots](repeating: Dots(), count: width * height)
  }

  /// Draws a segment that lies on the plot area. One that begins where the last ended continues its line style.
  mutating func draw(_ segment: UnitSegment, style: LineStyle, continues: Bool) {
    guard let (startX, startY) = dot(segment.start), let (endX, endY) = dot(segment.end) else { return }
    if !continues { steps = 0 }
    let length = max(abs(endX - startX), abs(endY - startY))
    // In whole numbers, so that every machine draws the same line.
    var x = Stepper(from: startX, to: endX, in: length)
    var y = Stepper(from: startY, to: endY, in: length)
    if !continues { set(x.value, y.value, style) }
    for _ in 0..<length {
      x.advance()
      y.advance()
      set(x.value, y.value, style)
    }
  }

  /// Hands out the cells of the curve in the order it reached them, and forgets it.
  mutating func take(_ body: (_ cell: Int, Dots) -> Void) {
    for cell in touched {
      body(cell, cells[cell])
      cells[cell] = Dots()
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// The dot that contains a point, counted from the upper left.
  private func dot(_ point: UnitPoint) -> (Int, Int)? {
    guard let x = Scale.slot(point.x, of: columns), let y = Scale.slot(point.y, of: rows) else { return nil }
    return (x, rows - 1 - y)
  }

  private mutating func set(_ x: Int, _ y: Int, _ style: LineStyle) {
    let (row, column) = (y / dotRows, x / dotColumns)
    let cell = row * width + column
    let bit = bits[(y - row * dotRows) * dotColumns + x - column * dotColumns]
    if cells[cell].coverage == 0 { touched.append(cell) }
    cells[cell].coverage |= bit
    if style.hasInk(at: steps) { cells[cell].ink |= bit }
    steps += 1
  }
}

/// A whole number on its way to another in equal steps, rounded half away from the start.
private struct Stepper {
  private(set) var value: Int
  private let direction: Int
  private let distance: Int
  private let length: Int
  /// What is left of the last step, in parts of 1 / (2 · length).
  private var rest: Int

  init(from start: Int, to end: Int, in length: Int) {
    value = start
    direction = end < start ? -1 : 1
    distance = abs(end - start)
    self.length = length
    rest = length
  }

  mutating func advance() {
    rest += 2 * distance
    if rest >= 2 * length {
      rest -= 2 * length
      value += direction
    }
  }
}

extension LineStyle {
  /// Whether the n-th dot along a line is drawn.
  fileprivate func hasInk(at step: Int) -> Bool {
    switch self {
    case .solid: true
    case .dashed: step % 8 < 4
    case .dotted: step % 2 == 0
    }
  }
}
