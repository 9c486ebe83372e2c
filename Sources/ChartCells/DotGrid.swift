import Charts

/// The dots of one curve on the plot area.
struct DotGrid {
  let canvas: ChartCanvas
  /// In cells.
  let width: Int
  let height: Int
  /// Row-major, one set of dots per cell: where the curve passes, gaps of its line style included.
  private(set) var coverage: [UInt8]
  /// The same without the gaps.
  private(set) var ink: [UInt8]
  /// Dots since the beginning of the curve; what the line style goes by.
  private var steps = 0

  init(width: Int, height: Int, canvas: ChartCanvas) {
    self.canvas = canvas
    self.width = width
    self.height = height
    coverage = [UInt8](repeating: 0, count: width * height)
    ink = coverage
  }

  /// Draws a segment that lies on the plot area. One that begins where the last ended continues its line style.
  mutating func draw(_ segment: UnitSegment, style: LineStyle, continues: Bool) {
    guard let (startX, startY) = dot(segment.start), let (endX, endY) = dot(segment.end) else { return }
    if !continues { steps = 0 }
    let length = max(abs(endX - startX), abs(endY - startY))
    for step in (continues ? 1 : 0)..<(length + 1) {
      // In whole numbers, so that every machine draws the same line.
      let x = startX + roundedShare(of: endX - startX, step, length)
      let y = startY + roundedShare(of: endY - startY, step, length)
      set(x, y, isInk: style.hasInk(at: steps))
      steps += 1
    }
  }

  private func roundedShare(of delta: Int, _ step: Int, _ length: Int) -> Int {
    guard length > 0 else { return 0 }
    let magnitude = (2 * abs(delta) * step + length) / (2 * length)
    return delta < 0 ? -magnitude : magnitude
  }

  /// The dot that contains a point, counted from the upper left.
  private func dot(_ point: UnitPoint) -> (Int, Int)? {
    let rows = height * canvas.dotRows
    guard let x = Scale.slot(point.x, of: width * canvas.dotColumns),
      let y = Scale.slot(point.y, of: rows)
    else { return nil }
    return (x, rows - 1 - y)
  }

  private mutating func set(_ x: Int, _ y: Int, isInk: Bool) {
    let cell = y / canvas.dotRows * width + x / canvas.dotColumns
    let bit = canvas.bit(column: x % canvas.dotColumns, row: y % canvas.dotRows)
    coverage[cell] |= bit
    if isInk { ink[cell] |= bit }
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
