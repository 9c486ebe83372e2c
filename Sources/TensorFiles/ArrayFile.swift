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

  /// Converts some rows of some columns, neither of them none, and writes element (i, j) of them to
  /// `target[i * rowStride + j]`, reading through `buffer` as often as it takes.
  /// - Throws: `changed` if the file has become too short, `unreadable` if the system fails.
  func read(
    rows: Range<Int>, columns: Range<Int>, to target: UnsafeMutablePointer<Double>, rowStride: Int,
    through buffer: inout [UInt8]
  ) throws(TensorFileError) {
    try buffer.withUnsafeMutableBufferPointer { (buffer) throws(TensorFileError) in
      var column = 0
      for runs in header.runs(rows: rows, columns: columns) {
        try read(runs, to: target + column, rowStride: rowStride, through: UnsafeMutableRawBufferPointer(buffer))
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
    let bridgesGaps = runs.bridgesGaps(elementByteCount: width)
    let distance = bridgesGaps ? runs.step : runs.length
    let countAtOnce = max(1, 1 + (capacity - runs.length) / distance)
    for run in stride(from: 0, to: runs.count, by: countAtOnce) {
      let count = min(countAtOnce, runs.count - run)
      for done in stride(from: 0, to: runs.length, by: capacity) {
        let part = min(capacity, runs.length - done)
        let first = runs.first + run * runs.step + done
        if bridgesGaps {
          try read(into: buffer[..<(((count - 1) * distance + part) * width)], from: first)
        } else {
          for index in 0..<count {
            let start = index * distance * width
            try read(into: buffer[start..<start + part * width], from: first + index * runs.step)
          }
        }
        let stored = StoredRuns(
          bytes: UnsafeRawBufferPointer(buffer), header: header, length: part, distance: distance, count: count)
        if header.isFortranOrder {
          stored.convertColumns(to: target + done * rowStride + run, rowStride: rowStride)
        } else {
          stored.convertRows(to: target + run * rowStride + done, rowStride: rowStride)
        }
      }
    }
  }

  private func read(into bytes: Slice<UnsafeMutableRawBufferPointer>, from element: Int) throws(TensorFileError) {
    try file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes), at: byteOffset(of: element))
  }

  /// Asks the system to fetch rows that are read next, while something else is computed. In Fortran order, where they
  /// are in as many places as there are columns, asking takes longer than it saves.
  func prefetch(rows: Range<Int>) {
    guard !header.isFortranOrder else { return }
    let start = byteOffset(of: rows.lowerBound * header.columnCount)
    file.prefetch(start..<byteOffset(of: rows.upperBound * header.columnCount))
  }

  private func byteOffset(of element: Int) -> Int { header.dataOffset + element * header.elementType.byteCount }

  /// - Throws: `changed` if the file has been written to since it was opened.
  func requireUnchanged() throws(TensorFileError) {
    try file.requireUnchanged()
  }

  /// A buffer to read through: half of a common second-level cache.
  static func makeBuffer() -> [UInt8] { [UInt8](repeating: 0, count: 256 << 10) }
}
