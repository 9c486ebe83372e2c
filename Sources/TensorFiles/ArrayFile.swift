internal import SystemPackage

/// An open `.npy` file: its header, and its elements by their index in the file.
struct ArrayFile: ~Copyable {
  let header: ArrayHeader
  private let file: RegularFile

  var path: FilePath { file.path }
  var identity: FileIdentity { file.identity }

  /// - Throws: `unreadable`, `notAnArray`, `badHeader`, `truncated` within the header, or `unsupportedType`.
  init(opening path: FilePath) throws(TensorFileError) {
    let file = try RegularFile(opening: path)
    var beginning = [UInt8](repeating: 0, count: min(file.size, ArrayHeader.greatestByteCount))
    try beginning.withUnsafeMutableBufferPointer { (bytes) throws(TensorFileError) in
      try file.read(into: UnsafeMutableRawBufferPointer(bytes), at: 0)
    }
    header = try ArrayHeader(parsing: beginning, of: path)
    if !header.isFortranOrder { file.expectSequentialReading() }
    self.file = file
  }

  /// Holds the claims of the header against the size of the file.
  ///
  /// Whoever allocates by the header's shape afterwards allocates at most eight times the bytes in the file.
  /// - Throws: `truncated`, counting in what is stored as a whole: rows in C order, columns in Fortran order.
  func requireAllElements() throws(TensorFileError) {
    let byteCount = file.size - header.dataOffset
    guard byteCount < header.dataByteCount else { return }
    let (count, unit) =
      if header.shape.count < 2 {
        (header.rowCount, "values")
      } else if header.isFortranOrder {
        (header.columnCount, "columns")
      } else {
        (header.rowCount, "rows")
      }
    let there = byteCount / (header.dataByteCount / count)
    throw TensorFileError(.truncated, in: path, at: file.size, "\(count) \(unit) promised, \(there) there")
  }

  /// Converts some rows of some columns, neither of them none, and writes them to `target` row by row.
  /// - Throws: `changed` if the file has become too short, `unreadable` if the system fails.
  func read(
    rows: Range<Int>, columns: Range<Int>, to target: UnsafeMutablePointer<Double>
  ) throws(TensorFileError) {
    // Half of a common second-level cache.
    try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 8) { (buffer) throws(TensorFileError) in
      var column = 0
      for runs in header.runs(rows: rows, columns: columns) {
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
    let width = header.elementType.byteCount
    if header.storesDoubles, !header.isFortranOrder, runs.count == 1 {
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
        let stored = try fetch(piece, distance: distance, into: buffer)
        if header.isFortranOrder {
          stored.convertColumns(to: target + done * rowStride + run, rowStride: rowStride)
        } else {
          stored.convertRows(to: target + run * rowStride + done, rowStride: rowStride)
        }
      }
    }
  }

  /// Reads runs that fit into the buffer: at once with what lies between them, or every one by itself.
  private func fetch(
    _ runs: ElementRuns, distance: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(TensorFileError) -> StoredRuns {
    let width = header.elementType.byteCount
    let reads = distance == runs.step ? runs.joined : runs
    for index in 0..<reads.count {
      let start = index * distance * width
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + reads.length * width])
      try file.read(into: bytes, at: byteOffset(of: reads.first + index * reads.step))
    }
    return StoredRuns(runs, distance: distance, in: UnsafeRawBufferPointer(buffer), header: header)
  }

  /// Asks the system to fetch what is read next while something else is computed, where it is in one piece: for a piece
  /// of every row (C order) or column (Fortran order), asking takes longer than it saves.
  func prefetch(rows: Range<Int>, columns: Range<Int>) {
    for runs in header.runs(rows: rows, columns: columns) where runs.step == runs.length {
      file.prefetch(byteOffset(of: runs.first)..<byteOffset(of: runs.first + runs.joined.length))
    }
  }

  private func byteOffset(of element: Int) -> Int { header.dataOffset + element * header.elementType.byteCount }

  /// - Throws: `changed` if the file has been written to since it was opened.
  func requireUnchanged() throws(TensorFileError) {
    try file.requireUnchanged()
  }
}
