/// What a `.npy` file says about its array, checked as far as that is possible without the data.
public struct ArrayHeader: Sendable, Equatable {
  public let elementType: ScalarType
  public let byteOrder: ByteOrder
  /// Whether the first axis varies fastest in the file (Fortran), not the last (C).
  public let isFortranOrder: Bool
  /// Length of every axis, none negative; the product with the size of an element fits an `Int`.
  public let shape: [Int]
  /// Where the elements begin, in bytes from the beginning of the file.
  public let dataOffset: Int

  /// N, the length of the first axis; 1 for a scalar.
  public var rowCount: Int { shape.first ?? 1 }
  /// D, the product of all axes but the first.
  public var columnCount: Int { shape.dropFirst().reduce(1, *) }
  /// Bytes from the first element to the end of the last.
  var dataByteCount: Int { rowCount * columnCount * elementType.byteCount }
  /// Bytes of a row in C order.
  var rowByteCount: Int { columnCount * elementType.byteCount }

  /// Whether `later` says the same of a file to which rows have been appended.
  func isContinued(by later: ArrayHeader) -> Bool {
    guard !isFortranOrder else { return later == self }
    return later.elementType == elementType && later.byteOrder == byteOrder && !later.isFortranOrder
      && later.dataOffset == dataOffset && later.shape.count == shape.count
      && later.shape.dropFirst() == shape.dropFirst() && later.rowCount >= rowCount
  }
}
