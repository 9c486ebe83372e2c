public import LinearAlgebra
public import SystemPackage

/// Reads the features in one `.npy` file as N × D doubles, a bounded block of rows at a time.
///
/// Arrays of more than two axes are flattened to N × (product of the rest, in C order), whatever order the file is in.
/// The memory taken does not depend on N, and the file is closed when the reader goes.
public struct DumpReader: ~Copyable, Sendable {
  private let array: ArrayFile
  private var buffer = ArrayFile.makeBuffer()
  private var nextRow = 0

  /// Opens a file, and makes sure that it holds all that its header promises.
  /// - Throws: any code but `tooManyAxes` and `tooLarge`; `isNotADump` tells a file of something else from a damaged
  ///   dump.
  public init(opening path: FilePath) throws(TensorFileError) {
    let array = try ArrayFile(opening: path)
    let header = array.header
    let shape = header.shape
    guard shape.count >= 2 else {
      let found = shape.isEmpty ? "a single number" : "one axis"
      throw TensorFileError(.tooFewAxes, in: path, "\(found); rows and columns expected")
    }
    guard !shape.contains(0) else {
      throw TensorFileError(.empty, in: path, "no elements: an axis of length 0")
    }
    guard header.rowCount > 1 else {
      throw TensorFileError(.oneRow, in: path, "one row; a covariance needs at least two")
    }
    guard header.columnCount > 1 else {
      throw TensorFileError(.oneColumn, in: path, "one column; a spectrum needs at least two")
    }
    try array.requireAllElements()
    self.array = array
  }

  /// What the file says about its array.
  public var header: ArrayHeader { array.header }
  /// Number of rows N, at least 2.
  public var rowCount: Int { array.header.rowCount }
  /// Number of features D in every row, at least 2.
  public var columnCount: Int { array.header.columnCount }

  /// Fills `block` with the next rows, as many as fit, and says whether there were any.
  ///
  /// - Parameter block: of `columnCount` columns and room for at least one row. It is empty after the last row and
  ///   after an error.
  /// - Throws: `changed` if the file shrinks or is written to meanwhile, `unreadable` if the system fails.
  public mutating func read(into block: inout RowBlock) throws(TensorFileError) -> Bool {
    precondition(block.columnCount == columnCount && block.capacity > 0, "a block of another shape")
    block.setRowCount(0)
    let count = min(block.capacity, rowCount - nextRow)
    guard count > 0 else { return false }
    // Rows are next to one another in C order; in Fortran order every column has a run of its own.
    let width = columnCount
    let (runCount, runLength, stride) = header.isFortranOrder ? (width, count, width) : (1, count * width, 1)
    try block.values.withUnsafeMutableBufferPointer { (values) throws(TensorFileError) in
      guard let target = values.baseAddress else { return }
      for run in 0..<runCount {
        try array.read(
          from: header.elementIndex(row: nextRow, column: run), count: runLength, to: target + run, stride: stride,
          through: &buffer)
      }
    }
    try array.requireUnchanged()
    nextRow += count
    block.setRowCount(count)
    return true
  }

  /// Rows per block that keep a block's doubles within 32 MiB: 512, fewer if they have more than 8,192 features each,
  /// and never less than one.
  public static func recommendedBlockRows(columnCount: Int) -> Int {
    let doublesPerBlock = (32 << 20) / MemoryLayout<Double>.size
    return max(1, min(512, doublesPerBlock / max(1, columnCount)))
  }
}
