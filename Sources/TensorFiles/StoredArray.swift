/// What a file says about one of its arrays, checked as far as that is possible without the data.
public struct StoredArray: Sendable, Equatable {
  /// Where the elements are.
  enum Storage: Sendable, Equatable {
    /// One after another, as they are in memory but for the byte order, from this byte of the file on.
    case contiguous(offset: Int)
  }

  /// Nil where the file is the array.
  public let name: String?
  public let elementType: ScalarType
  public let byteOrder: ByteOrder
  /// Whether the first axis varies fastest in the file (Fortran), not the last (C).
  public let isFortranOrder: Bool
  /// Length of every axis, none negative; the product with the size of an element fits an `Int`.
  public let shape: [Int]
  let storage: Storage

  init(
    name: String? = nil, elementType: ScalarType, byteOrder: ByteOrder, isFortranOrder: Bool, shape: [Int],
    storage: Storage
  ) {
    self.name = name
    self.elementType = elementType
    self.byteOrder = byteOrder
    self.isFortranOrder = isFortranOrder
    self.shape = shape
    self.storage = storage
  }

  /// Where the elements begin, in bytes from the beginning of the file.
  package var dataOffset: Int {
    switch storage {
    case .contiguous(let offset): offset
    }
  }

  /// N, the length of the first axis; 1 for a scalar.
  public var rowCount: Int { shape.first ?? 1 }
  /// D, the product of all axes but the first.
  public var columnCount: Int { shape.dropFirst().reduce(1, *) }
  /// Bytes from the first element to the end of the last.
  var dataByteCount: Int { rowCount * columnCount * elementType.byteCount }
  /// Bytes of a row in C order.
  var rowByteCount: Int { columnCount * elementType.byteCount }

  /// Whether `later` says the same of a file to which rows have been appended.
  func isContinued(by later: StoredArray) -> Bool {
    guard !isFortranOrder else { return later == self }
    return later.elementType == elementType && later.byteOrder == byteOrder && !later.isFortranOrder
      && later.name == name && later.storage == storage && later.shape.count == shape.count
      && later.shape.dropFirst() == shape.dropFirst() && later.rowCount >= rowCount
  }
}
