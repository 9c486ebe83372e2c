public import LinearAlgebra
public import SystemPackage

/// Reads features as N × D doubles, a bounded block of rows or a slab of columns at a time: those of one `.npy` file, or
/// those of several, rows of the first before rows of the second.
///
/// Arrays of more than two axes are flattened to N × (product of the rest, in C order), whatever order a file is in, or
/// become samples and features in another way (`TokenPooling`), which rows and columns then are. The memory taken does not depend on N. One file is open at a time; it is closed when the reader goes.
public struct DumpReader: ~Copyable, Sendable {
  let files: [DumpFile]
  private(set) var array: ArrayFile
  /// Which of the files is open.
  private var openIndex: Int
  private var nextRow = 0
  private let tokens: TokenPooling
  /// Nil where rows are those of the array, flattened.
  let layout: TokenLayout?

  /// Opens a file, and makes sure that it holds all that its header promises, or, if it is `growing`, at least two rows.
  /// - Throws: any code but `tooManyAxes`, `tooLarge` and `unequalShards`, and `incomplete` only for a growing file, in
  ///   place of `truncated`, `empty` and `oneRow`; `isNotADump` tells a file of something else from a damaged dump.
  public init(
    opening path: FilePath, mode: ReadingMode = .finished, tokens: TokenPooling = .flatten
  ) throws(TensorFileError) {
    try self.init(opening: path, then: [], mode: mode, tokens: tokens)
  }

  /// Opens the files of a dump, one after another, in the order of their rows. If it is `growing`, rows may be missing from
  /// the last of them only, and those of the others have to be there.
  /// - Parameter paths: at least one.
  /// - Throws: like opening one, in the name of the file that is to blame; `unequalShards` where the axes but the first,
  ///   or the element type, are not those of the first file. A file may hold a single row, or none.
  public init(
    opening paths: [FilePath], mode: ReadingMode = .finished, tokens: TokenPooling = .flatten
  ) throws(TensorFileError) {
    guard let first = paths.first else {
      throw TensorFileError(.unreadable, in: "", "no file")
    }
    try self.init(opening: first, then: paths.dropFirst(), mode: mode, tokens: tokens)
  }

  private init(
    opening first: FilePath, then rest: ArraySlice<FilePath>, mode: ReadingMode, tokens: TokenPooling
  ) throws(TensorFileError) {
    var array = try ArrayFile(opening: first, mode: mode)
    try array.requireColumns()
    let layout = TokenLayout(array.stored.shape, tokens)
    if let layout { try Self.requireTokens(layout, in: array) }
    var files = [DumpFile(array, rows: 0..<(try array.availableRowCount()))]
    var trailing = (byteCount: array.trailingByteCount, file: first)
    for path in rest {
      let before = files[files.count - 1]
      guard before.rows.count == before.stored.rowCount else {
        throw TensorFileError(
          .incomplete, in: before.path, at: before.identity.byteCount,
          "\(before.stored.rowCount) rows promised, \(before.rows.count) there, and it is not the last file")
      }
      files[files.count - 1].mode = .finished
      array = try ArrayFile(opening: path, mode: mode)
      try array.requireEqualColumns(to: files[0].stored)
      let start = before.rows.upperBound
      files.append(DumpFile(array, rows: start..<start + (try array.availableRowCount())))
      if trailing.byteCount == 0 { trailing = (array.trailingByteCount, path) }
    }
    let last = files[files.count - 1].rows
    guard last.upperBound > 1 else {
      throw array.tooShort(
        rowCount: last.upperBound, promisedRowCount: last.lowerBound + array.stored.rowCount)
    }
    openIndex = files.count - 1
    bytesBehind = trailing.byteCount > 0 ? trailing : nil
    self.files = files
    self.array = array
    (self.tokens, self.layout) = (tokens, layout)
  }

  /// What the file says about its array; of several, the first. Its first axis counts what is promised.
  public var stored: StoredArray { files[0].stored }
  /// Which files are read, in which state when they were opened: a second reader with the same identity reads the same
  /// rows.
  public var identity: SourceIdentity { SourceIdentity(files: files.map(\.identity), tokens: tokens) }
  /// How the axes of this array became rows and columns; nil where it has no more than these.
  public var pooling: TokenPooling? { stored.shape.count > 2 ? tokens : nil }
  /// The first file that goes on behind its array, and by how much; nil where none does.
  public let bytesBehind: (byteCount: Int, file: FilePath)?
  /// Rows that belong to one index of the first axis, one after another: 1 but for `samples`.
  public var rowsPerItem: Int { layout?.samplesPerItem ?? 1 }
  /// Number of indices of the first axis that are there.
  var itemCount: Int { files[files.count - 1].rows.upperBound }
  /// Number of rows N that are there, at least 2.
  public var rowCount: Int { itemCount * rowsPerItem }
  /// Number of rows that the headers promise: more than `rowCount` where the last file is growing.
  public var promisedRowCount: Int {
    let last = files[files.count - 1]
    return (last.rows.lowerBound + last.stored.rowCount) * rowsPerItem
  }
  /// Number of features D in every row, at least 2.
  public var columnCount: Int { layout?.channelCount ?? stored.columnCount }

  /// Goes on with this row when rows are read next. At most `rowCount`.
  public mutating func skip(toRow row: Int) {
    precondition((0...rowCount).contains(row), "a row that is not there")
    nextRow = row
  }

  /// Fills `block` with the next rows, as many as fit, and says whether there were any. The system is asked for the rows
  /// after them, so that it can fetch them while these are computed with.
  ///
  /// - Parameter block: of `columnCount` columns and room for at least one row. It is empty after the last row and after
  ///   an error.
  /// - Throws: `changed` if a file shrinks or is written to meanwhile (a growing one: unless by rows appended to it),
  ///   `unreadable` if the system fails.
  public mutating func read(into block: inout RowBlock) throws(TensorFileError) -> Bool {
    precondition(block.columnCount == columnCount && block.capacity > 0, "a block of another shape")
    let rows = nextRow..<min(nextRow + block.capacity, rowCount)
    if let layout, layout.pooling != .first {
      try read(pooledAs: layout, rows: rows, columns: 0..<columnCount, into: &block)
    } else {
      // The first token's channels are the first columns.
      try read(items: rows, columns: 0..<columnCount, into: &block)
    }
    nextRow = rows.upperBound
    let next = nextRow..<min(nextRow + rows.count, rowCount)
    prefetch(items: layout?.items(of: next) ?? next)
    return !rows.isEmpty
  }

  /// Fills `block` with some columns of all rows, wherever `read(into:)` has got to, which goes on from there. The system
  /// is asked for as many columns after them, but in C order, where they are in a piece of every row.
  ///
  /// - Parameters:
  ///   - columns: at least one of `0..<columnCount`.
  ///   - block: of `columns.count` columns and room for all `rowCount` rows. It is empty after an error.
  /// - Throws: like `read(into:)`.
  public mutating func read(columns: Range<Int>, into block: inout RowBlock) throws(TensorFileError) {
    precondition(!columns.isEmpty && (0..<columnCount).contains(columns), "columns that are not there")
    precondition(block.columnCount == columns.count && block.capacity >= rowCount, "a block of another shape")
    if let layout, layout.pooling != .first {
      return try read(pooledAs: layout, rows: 0..<rowCount, columns: columns, into: &block)
    }
    let end = columns.upperBound
    try read(
      items: 0..<rowCount, columns: columns, prefetching: end..<min(end + columns.count, columnCount), into: &block)
  }

  /// Fills `block` with some flattened columns.
  ///
  /// - Parameter next: columns to ask for in every file, while it is open.
  mutating func read(
    items rows: Range<Int>, columns: Range<Int>, prefetching next: Range<Int> = 0..<0, into block: inout RowBlock
  ) throws(TensorFileError) {
    block.setRowCount(0)
    for (index, part) in parts(of: rows) {
      try openFile(index)
      let start = (files[index].rows.lowerBound + part.lowerBound - rows.lowerBound) * columns.count
      try block.values.withUnsafeMutableBufferPointer { (values) throws(TensorFileError) in
        guard let target = values.baseAddress else { return }
        try array.read(rows: part, columns: columns, to: target + start)
      }
      try array.requireUnchanged()
      array.prefetch(rows: part, columns: next)
    }
    block.setRowCount(rows.count)
  }

  /// Asks for rows that are read next, as far as they are in one file.
  private mutating func prefetch(items rows: Range<Int>) {
    // What is wrong with the file is said when it is read.
    guard let (index, part) = parts(of: rows).first, (try? openFile(index)) != nil else { return }
    array.prefetch(rows: part, columns: 0..<columnCount)
  }

  /// Files that hold some of these rows of the array, and which of their own rows those are.
  func parts(of rows: Range<Int>) -> [(index: Int, rows: Range<Int>)] {
    files.indices.compactMap { index in
      let own = files[index].rows
      guard own.overlaps(rows) else { return nil }
      let part = own.clamped(to: rows)
      return (index, part.lowerBound - own.lowerBound..<part.upperBound - own.lowerBound)
    }
  }

  /// Closes the file that is open and opens another, if it is one.
  mutating func openFile(_ index: Int) throws(TensorFileError) {
    guard index != openIndex else { return }
    array = try files[index].open()
    openIndex = index
  }
}
