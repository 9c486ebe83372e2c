/// A bounded run of consecutive rows of a feature matrix, in double precision.
///
/// Readers fill a block, accumulators consume it, and the same storage serves the next one, so that the memory of an
/// analysis does not depend on the number of rows in a file.
public struct RowBlock: Sendable {
  /// Number of rows held, at most the capacity asked for.
  public private(set) var rowCount: Int
  /// Number of features D in every row.
  public let columnCount: Int
  /// Row-major values: element (i, j) is `values[i * columnCount + j]`; only the first `rowCount * columnCount` count.
  public var values: [Double]

  /// An empty block with room for `capacity` rows of `columnCount` features.
  public init(capacity: Int, columnCount: Int) {
    self.rowCount = 0
    self.columnCount = columnCount
    self.values = [Double](repeating: 0, count: capacity * columnCount)
  }

  /// A block that holds exactly these rows. Rows must be of equal length; the first one decides it.
  public init(rows: [[Double]]) {
    self.rowCount = rows.count
    self.columnCount = rows.first?.count ?? 0
    self.values = rows.flatMap { $0 }
  }

  /// Greatest number of rows that fit.
  public var capacity: Int { columnCount == 0 ? 0 : values.count / columnCount }

  /// Says how many rows have been filled in; at most `capacity`.
  public mutating func setRowCount(_ count: Int) {
    precondition((0...capacity).contains(count), "a block of \(capacity) rows cannot hold \(count)")
    rowCount = count
  }
}
