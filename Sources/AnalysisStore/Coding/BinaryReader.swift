/// Takes apart what a `BinaryWriter` put together. The bytes are not trusted: nothing is read beyond their end, and no
/// memory is taken because a count says so.
struct BinaryReader {
  /// The bytes are not those of the value that is read.
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var remainingCount: Int { bytes.count - offset }

  mutating func word() throws(Damage) -> UInt64 {
    guard remainingCount >= 8 else { throw Damage() }
    defer { offset += 8 }
    return UInt64(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) })
  }

  mutating func byte() throws(Damage) -> UInt8 {
    guard remainingCount >= 1 else { throw Damage() }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func bytes(count: Int) throws(Damage) -> ArraySlice<UInt8> {
    guard (0...remainingCount).contains(count) else { throw Damage() }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  /// A number of things that take at least one byte each.
  mutating func count() throws(Damage) -> Int {
    guard let count = Int(exactly: try word()), count <= remainingCount else { throw Damage() }
    return count
  }

  /// The one value that the bytes are of, with nothing behind it.
  static func value<Value: BinaryCodable>(_ type: Value.Type = Value.self, of bytes: [UInt8]) throws(Damage) -> Value {
    var reader = BinaryReader(bytes)
    let value = try Value(from: &reader)
    guard reader.remainingCount == 0 else { throw Damage() }
    return value
  }
}
