/// Bytes of values one after another, numbers little-endian.
struct BinaryWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(contentsOf more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

  /// The bytes of one value.
  static func bytes(of value: some BinaryCodable) -> [UInt8] {
    var writer = BinaryWriter()
    value.write(to: &writer)
    return writer.bytes
  }
}
