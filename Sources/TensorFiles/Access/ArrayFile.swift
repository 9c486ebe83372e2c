internal import SystemPackage

/// An array in an open file: what the file says about it, and its elements by their index.
struct ArrayFile: ~Copyable {
  let stored: StoredArray
  let mode: ReadingMode
  /// Bytes that there were when it was opened: without those, of a file that is being written, that are to come.
  let byteCount: Int
  let file: RegularFile

  var path: FilePath { file.path }
  var identity: FileIdentity { file.identity }

  /// - Throws: `unreadable`, `notAnArray`, `badHeader`, `unsupportedType`, and where it ends within the header
  ///   `truncated` or, if it is growing, `incomplete`.
  init(
    opening path: FilePath, array name: String? = nil, mode: ReadingMode = .finished
  ) throws(TensorFileError) {
    let file = try RegularFile(opening: path)
    let byteCount = mode == .growing ? try file.writtenByteCount() : file.size
    let stored: StoredArray
    do {
      stored = try ArrayFormat.array(name, in: file, byteCount: byteCount)
    } catch  where error.code == .truncated && mode == .growing {
      throw TensorFileError(.incomplete, in: path, at: byteCount, error.message)
    }
    if !stored.isFortranOrder { file.expectSequentialReading() }
    self.stored = stored
    self.mode = mode
    self.byteCount = byteCount
    self.file = file
  }

  /// How many rows are there: all that the header promises, or, if the file is growing, those that are complete.
  ///
  /// Whoever allocates by this many rows afterwards allocates at most eight times the bytes in the file, but for holes.
  /// - Throws: where a finished file holds less than its header promises, `truncated`, counting in what is stored as a
  ///   whole: rows in C order, columns in Fortran order; where a growing one does in Fortran order, `incomplete`.
  func availableRowCount() throws(TensorFileError) -> Int {
    let dataByteCount = byteCount - stored.dataOffset
    guard dataByteCount < stored.dataByteCount else { return stored.rowCount }
    if mode == .growing, !stored.isFortranOrder { return dataByteCount / stored.rowByteCount }
    let (count, unit) =
      if stored.shape.count < 2 {
        (stored.rowCount, "values")
      } else if stored.isFortranOrder {
        (stored.columnCount, "columns")
      } else {
        (stored.rowCount, "rows")
      }
    let there = dataByteCount / (stored.dataByteCount / count)
    throw TensorFileError(
      mode == .growing ? .incomplete : .truncated, in: path, at: byteCount, "\(count) \(unit) promised, \(there) there")
  }

  /// Bytes behind the array, which are not read: `np.save` into one open file leaves further arrays there.
  var trailingByteCount: Int { max(0, byteCount - stored.dataOffset - stored.dataByteCount) }

  /// Converts some rows of some columns, neither of them none, and writes them to `target` row by row.
  /// - Throws: `changed` if the file has become too short, `unreadable` if the system fails.
  func read(
    rows: Range<Int>, columns: Range<Int>, to target: UnsafeMutablePointer<Double>
  ) throws(TensorFileError) {
    // Half of a common second-level cache.
    try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 8) { (buffer) throws(TensorFileError) in
      var column = 0
      for runs in stored.runs(rows: rows, columns: columns) {
        try read(runs, to: target + column, rowStride: columns.count, through: buffer)
        column += runs.count
      }
    }
  }

  /// Reads as many runs at once as the buffer holds; those that are longer than it, in parts.
  private func read(
    _ runs: ElementRuns, to target: UnsafeMutablePointer<Double>, rowStride: Int,
    through buffer: UnsafeMutableRawBufferPointer
  ) throws(TensorFileError) {
    let width = stored.elementType.byteCount
    if stored.storesDoubles, !stored.isFortranOrder, runs.count == 1 {
      let bytes = UnsafeMutableRawBufferPointer(start: target, count: runs.length * width)
      return try file.read(into: bytes, at: byteOffset(of: runs.first))
    }
    let capacity = buffer.count / width
    let distance = runs.distanceInMemory(elementByteCount: width)
    let countAtOnce = max(1, 1 + (capacity - runs.length) / distance)
    for run in stride(from: 0, to: runs.count, by: countAtOnce) {
      for done in stride(from: 0, to: runs.length, by: capacity) {
        let piece = ElementRuns(
          first: runs.first + run * runs.step + done, length: min(capacity, runs.length - done), step: runs.step,
          count: min(countAtOnce, runs.count - run))
        let fetched = try fetch(piece, distance: distance, into: buffer)
        if stored.isFortranOrder {
          fetched.convertColumns(to: target + done * rowStride + run, rowStride: rowStride)
        } else {
          fetched.convertRows(to: target + run * rowStride + done, rowStride: rowStride)
        }
      }
    }
  }

  /// Reads runs that fit into the buffer: at once with what lies between them, or every one by itself.
  private func fetch(
    _ runs: ElementRuns, distance: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(TensorFileError) -> StoredRuns {
    let width = stored.elementType.byteCount
    let reads = distance == runs.step ? runs.joined : runs
    for index in 0..<reads.count {
      let start = index * distance * width
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + reads.length * width])
      try file.read(into: bytes, at: byteOffset(of: reads.first + index * reads.step))
    }
    return StoredRuns(runs, distance: distance, in: UnsafeRawBufferPointer(buffer), stored: stored)
  }

  /// Asks the system to fetch what is read next while something else is computed, where it is in one piece: for a piece
  /// of every row (C order) or column (Fortran order), asking takes longer than it saves.
  func prefetch(rows: Range<Int>, columns: Range<Int>) {
    for runs in stored.runs(rows: rows, columns: columns) where runs.step == runs.length {
      file.prefetch(byteOffset(of: runs.first)..<byteOffset(of: runs.first + runs.joined.length))
    }
  }

  private func byteOffset(of element: Int) -> Int { stored.dataOffset + element * stored.elementType.byteCount }

  /// - Throws: `changed` if a finished file has been written to since it was opened; if anything but rows has come to a
  ///   growing one: it shrank, was replaced, or has a header that the former does not go on to; `unreadable` if the
  ///   system fails.
  func requireUnchanged() throws(TensorFileError) {
    guard mode == .growing else { return try file.requireUnchanged() }
    try file.requireOnlyGrown()
    let now = try? ArrayFormat.array(stored.name, in: file, byteCount: stored.dataOffset)
    guard let now, stored.isContinued(by: now) else {
      throw TensorFileError(.changed, in: path, at: 0, "its header changed while it was read")
    }
  }
}
