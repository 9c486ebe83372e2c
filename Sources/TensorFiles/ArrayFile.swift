internal import SystemPackage

/// An open `.npy` file: its header, and its elements by their index in the file.
struct ArrayFile: ~Copyable {
  let header: ArrayHeader
  private let file: RegularFile

  var path: FilePath { file.path }

  /// - Throws: `unreadable`, `notAnArray`, `badHeader`, `truncated` within the header, or `unsupportedType`.
  init(opening path: FilePath) throws(TensorFileError) {
    let file = try RegularFile(opening: path)
    var beginning = [UInt8](repeating: 0, count: min(file.size, ArrayHeader.greatestByteCount))
    try beginning.withUnsafeMutableBufferPointer { (bytes) throws(TensorFileError) in
      try file.read(into: UnsafeMutableRawBufferPointer(bytes), at: 0)
    }
    header = try ArrayHeader(parsing: beginning, of: path)
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

  /// Converts the `count` elements from `first` on and writes them to `target[0]`, `target[stride]`, …, reading through
  /// `buffer` as often as it takes.
  /// - Throws: `changed` if the file has become too short, `unreadable` if the system fails.
  func read(
    from first: Int, count: Int, to target: UnsafeMutablePointer<Double>, stride: Int, through buffer: inout [UInt8]
  ) throws(TensorFileError) {
    let width = header.elementType.byteCount
    try buffer.withUnsafeMutableBufferPointer { (buffer) throws(TensorFileError) in
      let elementsAtOnce = buffer.count / width
      var done = 0
      while done < count {
        let part = min(elementsAtOnce, count - done)
        let bytes = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: part * width)
        try file.read(into: bytes, at: header.dataOffset + (first + done) * width)
        header.convert(UnsafeRawBufferPointer(bytes), to: target + done * stride, stride: stride)
        done += part
      }
    }
  }

  /// - Throws: `changed` if the file has been written to since it was opened.
  func requireUnchanged() throws(TensorFileError) {
    try file.requireUnchanged()
  }

  /// A buffer to read through: half of a common second-level cache.
  static func makeBuffer() -> [UInt8] { [UInt8](repeating: 0, count: 256 << 10) }
}
