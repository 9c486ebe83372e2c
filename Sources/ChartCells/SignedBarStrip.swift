public import Charts
public import TerminalCells

/// Signed values in two rows under a chart, column by column with it: bars grow up from the middle where values are positive
/// and down where they are negative.
public struct SignedBarStrip: Sendable {
  public var points: [DataPoint]
  public var role: ChartRole
  /// See `full`.
  public var least: Double

  public init(_ points: [DataPoint], role: ChartRole, least: Double) {
    self.points = points
    self.role = role
    self.least = least
  }

  /// The magnitude that fills a row: the largest among the finite values, but at least `least`, so that rounding errors do not
  /// look like deviations.
  public var full: Double { max(least, points.map { abs($0.y) }.filter(\.isFinite).max() ?? 0) }

  /// Draws into the rows `y` and `y + 1`, in the columns of `geometry`'s plot area. Each column shows the mean of the values
  /// whose x it contains.
  public func draw(
    into buffer: inout CellBuffer, y: Int, geometry: PlotGeometry, theme: ResolvedTheme, canvas: ChartCanvas
  ) {
    guard full > 0 else { return }
    var sums: [Int: (total: Double, count: Int)] = [:]
    for point in points where point.y.isFinite {
      guard let column = geometry.column(of: point.x) else { continue }
      sums[column, default: (0, 0)].total += point.y
      sums[column, default: (0, 0)].count += 1
    }
    for (column, sum) in sums {
      let share = sum.total / Double(sum.count) / full
      var style = theme.style(role)
      if canvas == .ascii {
        guard abs(share) >= 0.125 else { continue }
        buffer[column, share > 0 ? y : y + 1] = Cell(share > 0 ? "+" : "-", style: style)
      } else {
        let eighths = min(8, Int((abs(share) * 8).rounded()))
        guard eighths > 0 else { continue }
        if share > 0 {
          buffer[column, y] = Cell(Self.levels[eighths - 1], style: style)
        } else {
          // There are no bars that hang from the top: the rest of the cell is drawn and reversed.
          style.attributes.formSymmetricDifference(.reverse)
          buffer[column, y + 1] = Cell(eighths == 8 ? " " : Self.levels[7 - eighths], style: style)
        }
      }
    }
  }

  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
