/// Sixty-four bits that tell whether bytes are those that were written: FNV-1a over words of eight bytes, with a
/// rotation. Every step is one-to-one, so a change within one word is always found.
struct Checksum {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Of bytes together with what they belong to, so that bytes in another's place are found, too.
  init(of bytes: [UInt8], belongingTo owner: [UInt8]) {
    add(owner)
    add(bytes)
  }

  /// As SQLite stores integers.
  var value: Int64 { Int64(bitPattern: state) }

  private mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    bytes.withUnsafeBytes { buffer in
      let wholeCount = buffer.count & ~7
      for offset in stride(from: 0, to: wholeCount, by: 8) {
        add(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      for byte in buffer[wholeCount...] { add(UInt64(byte)) }
    }
  }

  private mutating func add(_ word: UInt64) {
    let product = (state ^ word) &* 0x0000_0100_0000_01b3
    state = product << 29 | product >> 35
  }
}
