public import LinearAlgebra
public import SystemPackage

/// Reads the features in one `.npy` file as N × D doubles, a bounded block of rows or a slab of columns at a time.
///
/// Arrays of more than two axes are flattened to N × (product of the rest, in C order), whatever order the file is in.
/// The memory taken does not depend on N, and the file is closed when the reader goes.
public struct DumpReader: ~Copyable, Sendable {
  private let array: ArrayFile
  private var nextRow = 0

  /// Opens a file, and makes sure that it holds all that its header promises.
  /// - Throws: any code but `tooManyAxes` and `tooLarge`; `isNotADump` tells a file of something else from a damaged
  ///   dump.
  public init(opening path: FilePath) throws(TensorFileError) {
    let array = try ArrayFile(opening: path)
    try array.requireFeatures()
    try array.requireAllElements()
    self.array = array
  }

  /// What the file says about its array.
  public var header: ArrayHeader { array.header }
  /// Which file is read, in which state: a second reader with the same identity reads the same rows.
  public var identity: FileIdentity { array.identity }
  /// Number of rows N, at least 2.
  public var rowCount: Int { header.rowCount }
  /// Number of features D in every row, at least 2.
  public var columnCount: Int { header.columnCount }

  /// Fills `block` with the next rows, as many as fit, and says whether there were any. The system is asked for the rows
  /// after them, so that it can fetch them while these are computed with.
  ///
  /// - Parameter block: of `columnCount` columns and room for at least one row. It is empty after the last row and after
  ///   an error.
  /// - Throws: `changed` if the file shrinks or is written to meanwhile, `unreadable` if the system fails.
  public mutating func read(into block: inout RowBlock) throws(TensorFileError) -> Bool {
    precondition(block.columnCount == columnCount && block.capacity > 0, "a block of another shape")
    let rows = nextRow..<min(nextRow + block.capacity, rowCount)
    try read(rows: rows, columns: 0..<columnCount, into: &block)
    nextRow = rows.upperBound
    array.prefetch(rows: nextRow..<min(nextRow + rows.count, rowCount), columns: 0..<columnCount)
    return !rows.isEmpty
  }

  /// Fills `block` with some columns of all rows, wherever `read(into:)` has got to, which goes on from there. The system
  /// is asked for as many columns after them, but in C order, where they are in a piece of every row.
  ///
  /// - Parameters:
  ///   - columns: at least one of `0..<columnCount`.
  ///   - block: of `columns.count` columns and room for all `rowCount` rows. It is empty after an error.
  /// - Throws: `changed` if the file shrinks or is written to meanwhile, `unreadable` if the system fails.
  public mutating func read(columns: Range<Int>, into block: inout RowBlock) throws(TensorFileError) {
    precondition(!columns.isEmpty && (0..<columnCount).contains(columns), "columns that are not there")
    precondition(block.columnCount == columns.count && block.capacity >= rowCount, "a block of another shape")
    try read(rows: 0..<rowCount, columns: columns, into: &block)
    let end = columns.upperBound
    array.prefetch(rows: 0..<rowCount, columns: end..<min(end + columns.count, columnCount))
  }

  private func read(
    rows: Range<Int>, columns: Range<Int>, into block: inout RowBlock
  ) throws(TensorFileError) {
    block.setRowCount(0)
    guard !rows.isEmpty else { return }
    try block.values.withUnsafeMutableBufferPointer { (values) throws(TensorFileError) in
      guard let target = values.baseAddress else { return }
      try array.read(rows: rows, columns: columns, to: target)
    }
    try array.requireUnchanged()
    block.setRowCount(rows.count)
  }
}

extension ArrayFile {
  /// - Throws: the reason why an array of this shape has not the rows and columns that an analysis needs.
  fileprivate func requireFeatures() throws(TensorFileError) {
    guard header.shape.count >= 2 else {
      let found = header.shape.isEmpty ? "a single number" : "one axis"
      throw TensorFileError(.tooFewAxes, in: path, "\(found); rows and columns expected")
    }
    guard !header.shape.contains(0) else {
      throw TensorFileError(.empty, in: path, "no elements: an axis of length 0")
    }
    guard header.rowCount > 1 else {
      throw TensorFileError(.oneRow, in: path, "one row; a covariance needs at least two")
    }
    guard header.columnCount > 1 else {
      throw TensorFileError(.oneColumn, in: path, "one column; a spectrum needs at least two")
    }
  }
}
