package import SystemPackage

/// How a `.npy` file begins.
enum NumpyHeader {
  /// No more than this much of a file is read to find its header. Those that numpy writes for plain arrays have 128
  /// bytes; only records of thousands of fields have long ones, and they are not features.
  static let greatestByteCount = 65_536
  /// As many axes as numpy 2 has.
  static let greatestAxisCount = 64

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
}

extension StoredArray {
  /// Reads the header from a file's first bytes: all of them, or at least `NumpyHeader.greatestByteCount`.
  /// - Throws: `notAnArray`, `badHeader`, `truncated` or `unsupportedType`, in the name of `file`.
  package init(parsing bytes: [UInt8], of file: FilePath) throws(TensorFileError) {
    let text = try Self.dictionaryText(in: bytes, of: file)
    let literal: PythonLiteral
    do {
      literal = try PythonLiteral(parsing: text)
    } catch {
      throw TensorFileError(.badHeader, in: file, at: text.startIndex + error.offset, error.message)
    }
    func bad(_ message: String) -> TensorFileError {
      TensorFileError(.badHeader, in: file, at: text.startIndex, message)
    }
    guard case .dictionary(let entries) = literal, Set(entries.keys) == ["descr", "fortran_order", "shape"] else {
      throw bad("a dictionary of descr, fortran_order and shape expected")
    }
    guard case .boolean(let isFortranOrder) = entries["fortran_order"] else {
      throw bad("fortran_order is neither True nor False")
    }
    guard case .tuple(let axes) = entries["shape"], axes.count <= NumpyHeader.greatestAxisCount else {
      throw bad("shape is not a tuple of at most \(NumpyHeader.greatestAxisCount) lengths")
    }
    let shape = axes.compactMap { axis -> Int? in
      if case .integer(let length) = axis, length >= 0 { length } else { nil }
    }
    guard shape.count == axes.count else { throw bad("shape holds what is not a length") }

    let type: ScalarType
    let byteOrder: ByteOrder
    switch entries["descr"] {
    case .string(let descriptor):
      guard let known = ScalarType.parse(descriptor: descriptor) else {
        // In its debug form, which is the one without control characters.
        let name = String(descriptor.prefix(40)).debugDescription
        throw TensorFileError(
          .unsupportedType, in: file, at: text.startIndex, "elements of type \(name) are not real numbers we can read")
      }
      (type, byteOrder) = known
    case .list:
      throw TensorFileError(.unsupportedType, in: file, at: text.startIndex, "elements are records, not numbers")
    default:
      throw bad("descr is not a type")
    }

    // A length of 0 counts as 1 here, so that every product of some of the lengths is known to fit.
    var byteCount = type.byteCount
    for length in shape {
      let (product, overflows) = byteCount.multipliedReportingOverflow(by: max(1, length))
      guard !overflows, product <= Int.max - text.endIndex else { throw bad("shape is larger than any file") }
      byteCount = product
    }
    self.init(
      elementType: type, byteOrder: byteOrder, isFortranOrder: isFortranOrder, shape: shape,
      storage: .contiguous(offset: text.endIndex))
  }

  /// The header's dictionary, between magic, version and length on the one side and the data on the other.
  private static func dictionaryText(
    in bytes: [UInt8], of file: FilePath
  ) throws(TensorFileError) -> ArraySlice<UInt8> {
    guard bytes.starts(with: NumpyHeader.magic.prefix(bytes.count)) else {
      throw TensorFileError(.notAnArray, in: file, at: 0, "does not begin as a .npy file does")
    }
    // Magic, version and length take 10 or 12 bytes, and no dictionary is as short as two.
    guard bytes.count >= 12 else {
      throw TensorFileError(.truncated, in: file, at: bytes.count, "ends within the header")
    }
    let start: Int
    let count: Int
    switch (bytes[6], bytes[7]) {
    case (1, 0):
      start = 10
      count = Int(bytes[8]) | Int(bytes[9]) << 8
    case (2, 0), (3, 0):
      start = 12
      count = Int(bytes[8]) | Int(bytes[9]) << 8 | Int(bytes[10]) << 16 | Int(bytes[11]) << 24
    case (let major, let minor):
      throw TensorFileError(.badHeader, in: file, at: 6, "version \(major).\(minor) of the format is not known")
    }
    guard start + count <= NumpyHeader.greatestByteCount else {
      throw TensorFileError(
        .badHeader, in: file, at: 8,
        "a header of \(count) bytes; at most \(NumpyHeader.greatestByteCount - start) are read")
    }
    guard start + count <= bytes.count else {
      throw TensorFileError(
        .truncated, in: file, at: bytes.count, "header of \(count) bytes promised, \(bytes.count - start) there")
    }
    return bytes[start..<start + count]
  }
}
