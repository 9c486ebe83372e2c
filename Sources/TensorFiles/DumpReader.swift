public import LinearAlgebra
public import SystemPackage

/// Reads the features in one `.npy` file as N × D doubles, a bounded block of rows at a time.
///
/// Arrays of more than two axes are flattened to N × (product of the rest, in C order), or, where the second one numbers
/// views, to (n · q) × D, whatever order the file is in.
/// The memory taken does not depend on N, and the file is closed when the reader goes.
public struct DumpReader: ~Copyable, Sendable {
  private let array: ArrayFile
  private var buffer = ArrayFile.makeBuffer()
  private var nextObject = 0

  /// Opens a file, and makes sure that it holds all that its header promises.
  /// - Throws: any code but `tooLarge`; `isNotADump` tells a file of something else from a damaged dump. `tooManyAxes`
  ///   and `oneView` are for views only.
  public init(opening path: FilePath, rows: RowAxes = .firstAxis) throws(TensorFileError) {
    let array = try ArrayFile(opening: path)
    let viewCount = try rows.viewCount(in: array.header, of: path)
    try array.requireAllElements()
    self.viewCount = viewCount
    self.array = array
  }

  /// What the file says about its array.
  public var header: ArrayHeader { array.header }
  /// Which file is read, in which state: a second reader with the same identity reads the same rows.
  public var identity: FileIdentity { array.identity }
  /// Number of views q of every object, which are rows one after the other: at least 2, or 1 if rows are objects.
  public let viewCount: Int
  /// Number of rows N, at least 2; of n objects with q views each, n · q.
  public var rowCount: Int { header.rowCount * viewCount }
  /// Number of features D in every row, at least 2.
  public var columnCount: Int { header.columnCount / viewCount }

  /// Fills `block` with the next rows, as many as fit but all views of an object together, and says whether there were
  /// any. The system is asked for the rows after them, so that it can fetch them while these are computed with.
  ///
  /// - Parameter block: of `columnCount` columns and room for at least `viewCount` rows. It is empty after the last row
  ///   and after an error.
  /// - Throws: `changed` if the file shrinks or is written to meanwhile, `unreadable` if the system fails.
  public mutating func read(into block: inout RowBlock) throws(TensorFileError) -> Bool {
    precondition(block.columnCount == columnCount && block.capacity >= viewCount, "a block of another shape")
    block.setRowCount(0)
    let objects = nextObject..<min(nextObject + block.capacity / viewCount, header.rowCount)
    guard !objects.isEmpty else { return false }
    // In memory the views of an object are as one long row.
    let columns = 0..<header.columnCount
    try block.values.withUnsafeMutableBufferPointer { (values) throws(TensorFileError) in
      guard let target = values.baseAddress else { return }
      try array.read(rows: objects, columns: columns, to: target, rowStride: columns.count, through: &buffer)
    }
    try array.requireUnchanged()
    nextObject = objects.upperBound
    let following = nextObject..<min(nextObject + objects.count, header.rowCount)
    array.prefetch(rows: following)
    block.setRowCount(objects.count * viewCount)
    return true
  }

  /// Fills `block` with some columns of all rows, wherever `read(into:)` has got to, which goes on from there.
  ///
  /// - Parameters:
  ///   - columns: at least one of `0..<columnCount`.
  ///   - block: of `columns.count` columns and room for all `rowCount` rows. It is empty after an error.
  /// - Throws: `changed` if the file shrinks or is written to meanwhile, `unreadable` if the system fails.
  public mutating func read(columns: Range<Int>, into block: inout RowBlock) throws(TensorFileError) {
    precondition(!columns.isEmpty && (0..<columnCount).contains(columns), "columns that are not there")
    precondition(block.columnCount == columns.count && block.capacity >= rowCount, "a block of another shape")
    block.setRowCount(0)
    let objects = 0..<header.rowCount
    let width = columnCount
    try block.values.withUnsafeMutableBufferPointer { (values) throws(TensorFileError) in
      guard let target = values.baseAddress else { return }
      for view in 0..<viewCount {
        try array.read(
          rows: objects, columns: columns.lowerBound + view * width..<columns.upperBound + view * width,
          to: target + view * columns.count, rowStride: viewCount * columns.count, through: &buffer)
      }
    }
    try array.requireUnchanged()
    block.setRowCount(rowCount)
  }
}
