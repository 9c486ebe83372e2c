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

  /// Appends a row of another block of as many features. There is room for it.
  public mutating func append(_ row: Int, of other: borrowing RowBlock) {
    precondition(other.columnCount == columnCount && rowCount < capacity, "no room for the row")
    let columns = columnCount
    let start = rowCount * columns
    values.withUnsafeMutableBufferPointer { target in
      other.values.withUnsafeBufferPointer { source in
        for j in 0..<columns { target[start + j] = source[row * columns + j] }
      }
    }
    rowCount += 1
  }

  /// Whether no value of a row is NaN or infinite.
  public func isFinite(row: Int) -> Bool {
    precondition(row < rowCount, "a row that is not there")
    let columns = columnCount
    return values.withUnsafeBufferPointer { values in
      UnsafeBufferPointer(rebasing: values[row * columns..<(row + 1) * columns]).magnitudeIfFinite != nil
    }
  }

  /// Rows per block at which accumulating is fastest, 512 or, in single precision, 1,024; fewer where the doubles of
  /// a block would exceed 8 MiB, and never less than one.
  public static func recommendedRowCount(columnCount: Int, precision: AccumulationPrecision = .float64) -> Int {
    let doublesPerBlock = (8 << 20) / MemoryLayout<Double>.size
    return max(1, min(precision == .float32 ? 1024 : 512, doublesPerBlock / max(1, columnCount)))
  }
}
