/// Why bytes are not moments that were encoded here.
public struct MomentsDecodingError: Error, Sendable, Equatable {
  /// Where in the bytes, and what is wrong there.
  public let offset: Int
  /// What is wrong there, in words.
  public let message: String
}

/// Numbers of 64 bits one after another, the least significant byte first.
struct BinaryEncoder {
  private(set) var bytes: [UInt8] = []

  mutating func encode(_ number: Int) { encode(bits: UInt64(bitPattern: Int64(number))) }

  mutating func encode(_ number: Double) { encode(bits: number.bitPattern) }

  mutating func encode(_ numbers: [Double]) {
    numbers.withUnsafeBufferPointer { encode($0[...]) }
  }

  /// The upper triangle, row by row.
  mutating func encode(_ matrix: borrowing SymmetricMatrix) {
    let n = matrix.order
    bytes.reserveCapacity(bytes.count + 4 * n * (n + 1))
    matrix.upperTriangle.withUnsafeBufferPointer { elements in
      for i in 0..<n { encode(elements[(i * n + i)..<(i * n + n)]) }
    }
  }

  private mutating func encode(bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func encode(_ numbers: Slice<UnsafeBufferPointer<Double>>) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 8 * numbers.count))
    bytes.withUnsafeMutableBytes { target in
      for (k, number) in numbers.enumerated() {
        target.storeBytes(of: number.bitPattern.littleEndian, toByteOffset: start + 8 * k, as: UInt64.self)
      }
    }
  }
}

/// Reads what a `BinaryEncoder` wrote, from bytes that may be anything: takes no memory but for numbers that are there.
struct BinaryDecoder {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var remainingCount: Int { (bytes.count - offset) / 8 }

  /// An integer in a range.
  mutating func decode(_ name: String, in range: ClosedRange<Int>) throws(MomentsDecodingError) -> Int {
    guard remainingCount > 0 else { throw error("ends before \(name)") }
    let value = Int(Int64(bitPattern: nextBits()))
    guard range.contains(value) else { throw error("\(name) is \(value)") }
    return value
  }

  mutating func decodeNumbers(_ count: Int) throws(MomentsDecodingError) -> [Double] {
    guard count <= remainingCount else { throw error("ends within \(count) numbers") }
    return (0..<count).map { _ in Double(bitPattern: nextBits()) }
  }

  /// A matrix of an order that is at most the greatest.
  mutating func decodeMatrix(order n: Int) throws(MomentsDecodingError) -> SymmetricMatrix {
    guard n * (n + 1) / 2 <= remainingCount else { throw error("ends within a matrix of order \(n)") }
    var elements = [Double](repeating: 0, count: n * n)
    for i in 0..<n {
      for k in (i * n + i)..<(i * n + n) { elements[k] = Double(bitPattern: nextBits()) }
    }
    return SymmetricMatrix(order: n, upperTriangle: elements)
  }

  func expectEnd() throws(MomentsDecodingError) {
    guard offset == bytes.count else { throw error("goes on after the end") }
  }

  func error(_ message: String) -> MomentsDecodingError {
    MomentsDecodingError(offset: offset, message: message)
  }

  /// There is one.
  private mutating func nextBits() -> UInt64 {
    defer { offset += 8 }
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }
}
