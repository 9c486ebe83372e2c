/// Values over a grid of rectangles, shown by colours.
public struct HeatCells: Sendable, Hashable {
  /// Where the columns begin and, last, where they end; ascending. One more than there are columns.
  public var xEdges: [Double]
  /// The same of the rows, the lowest first.
  public var yEdges: [Double]
  /// Row by row, the lowest first: that of column i in row j is at j · columns + i. nil, and what is not finite or has no
  /// place on `scale`, is missing: hatched.
  public var values: [Double?]
  /// What is written into the cells where it fits, in the order of `values`; empty, or an empty text, for nothing.
  public var texts: [String]
  /// From values to the ramp; what lies outside has the colour of its end.
  public var scale: Scale
  public var ramp: ColorRamp
  /// The place in `values` of the cell to be found at a glance.
  public var best: Int?
  /// On which scale the middle of a cell is meant.
  public var xKind: Scale.Kind
  public var yKind: Scale.Kind

  public init(
    xEdges: [Double], yEdges: [Double], values: [Double?], texts: [String] = [], scale: Scale,
    ramp: ColorRamp = .sequential, best: Int? = nil, xKind: Scale.Kind = .linear, yKind: Scale.Kind = .linear
  ) {
    self.xEdges = xEdges
    self.yEdges = yEdges
    self.values = values
    self.texts = texts
    self.scale = scale
    self.ramp = ramp
    self.best = best
    self.xKind = xKind
    self.yKind = yKind
  }

  public var columns: Int { max(0, xEdges.count - 1) }
  public var rows: Int { max(0, yEdges.count - 1) }

  /// The places in `values` of the cells that are not missing, in their order: that of ``Mark/dataPoints``.
  public var shownCells: [Int] { (0..<min(values.count, columns * rows)).filter { position(ofCell: $0) != nil } }

  /// Where the value of a cell stands on the ramp, 0…1; nil where it is missing.
  public func position(ofCell cell: Int) -> Double? {
    guard values.indices.contains(cell), let value = values[cell] else { return nil }
    return scale.position(of: value).map { min(max($0, 0), 1) }
  }

  /// The middle of a cell; nil outside of the grid.
  public func center(ofCell cell: Int) -> DataPoint? {
    guard columns > 0, (0..<columns * rows).contains(cell) else { return nil }
    let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
    return DataPoint(
      x: middle(xEdges[column], xEdges[column + 1], xKind), y: middle(yEdges[row], yEdges[row + 1], yKind))
  }

  private func middle(_ first: Double, _ second: Double, _ kind: Scale.Kind) -> Double {
    kind == .linear || first <= 0 ? first / 2 + second / 2 : first.squareRoot() * second.squareRoot()
  }
}
