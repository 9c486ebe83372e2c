internal import SystemPackage

/// One file of a dump as it was found, to be opened again when its rows are read.
struct DumpFile {
  let path: FilePath
  /// Only the last file of a dump may go on growing.
  var mode: ReadingMode
  let identity: FileIdentity
  let stored: StoredArray
  /// Its rows among those of the dump.
  let rows: Range<Int>

  init(_ array: borrowing ArrayFile, rows: Range<Int>) {
    path = array.path
    mode = array.mode
    identity = array.identity
    stored = array.stored
    self.rows = rows
  }

  /// - Throws: `changed` if it is not what it was, and whatever opening it throws.
  func open() throws(TensorFileError) -> ArrayFile {
    let array = try ArrayFile(opening: path, array: stored.name, mode: mode)
    let isSame =
      switch mode {
      case .finished: array.identity.isUnwritten(since: identity)
      case .growing:
        array.identity.isSameFile(as: identity) && array.identity.byteCount >= identity.byteCount
          && stored.isContinued(by: array.stored)
      }
    guard isSame, try array.availableRowCount() >= rows.count else {
      throw TensorFileError(.changed, in: path, "was written to or replaced while the dump was read")
    }
    return array
  }
}

extension ArrayFile {
  /// - Throws: the reason why an array of this shape, of whatever length, has not the columns that an analysis needs.
  func requireColumns() throws(TensorFileError) {
    guard stored.shape.count >= 2 else {
      let found = stored.shape.isEmpty ? "a single number" : "one axis"
      throw TensorFileError(.tooFewAxes, in: path, "\(found); rows and columns expected")
    }
    guard stored.columnCount > 0 else {
      throw TensorFileError(.empty, in: path, "no elements: an axis of length 0")
    }
    guard stored.columnCount > 1 else {
      throw TensorFileError(.oneColumn, in: path, "one column; a spectrum needs at least two")
    }
  }

  /// Why a dump that ends with this file has not the rows that an analysis needs, but none or one.
  func tooShort(rowCount: Int, promisedRowCount: Int) -> TensorFileError {
    switch (mode, rowCount) {
    case (.growing, _):
      TensorFileError(.incomplete, in: path, at: byteCount, "\(promisedRowCount) rows promised, \(rowCount) there")
    case (.finished, 0): TensorFileError(.empty, in: path, "no elements: an axis of length 0")
    case (.finished, _): TensorFileError(.oneRow, in: path, "one row; a covariance needs at least two")
    }
  }

  /// - Throws: `unequalShards` if rows of this file cannot follow those of another.
  func requireEqualColumns(to first: StoredArray) throws(TensorFileError) {
    guard stored.shape.dropFirst() == first.shape.dropFirst() else {
      let lengths = [stored, first].map { $0.shape.dropFirst().map(String.init).joined(separator: " × ") }
      throw TensorFileError(
        .unequalShards, in: path, "rows of \(lengths[0]) features; those of the first file have \(lengths[1])")
    }
    guard stored.elementType == first.elementType else {
      throw TensorFileError(
        .unequalShards, in: path, "elements are \(stored.elementType); those of the first file are \(first.elementType)"
      )
    }
  }
}
