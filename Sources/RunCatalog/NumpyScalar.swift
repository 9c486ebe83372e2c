import Yams

/// A scalar of numpy as PyYAML writes it: a tag, a data type and its bytes in base64.
struct NumpyScalar {
  let value: Double

  /// Nil for any other list.
  init?(_ sequence: Node.Sequence) {
    guard sequence.tag.rawValue.contains("numpy"), sequence.tag.rawValue.hasSuffix("scalar"), sequence.count == 2,
      let type = sequence[0].mapping?["args"]?.sequence?.first?.scalar?.string ?? sequence[0].scalar?.string,
      let encoded = sequence[1].scalar?.string,
      let bytes = Self.bytes(base64: encoded)
    else { return nil }
    let isBigEndian = sequence[0].mapping?["state"]?.sequence?.dropFirst().first?.scalar?.string == ">"
    guard let value = Self.value(of: isBigEndian ? bytes.reversed() : bytes, type: type), value.isFinite else {
      return nil
    }
    self.value = value
  }

  /// The bytes of a text in base64, of which line ends are no part; nil for any other character, and for more than a number has.
  private static func bytes(base64 text: String) -> [UInt8]? {
    guard text.utf8.count <= 64 else { return nil }
    var (bits, count, bytes) = (UInt32(0), 0, [UInt8]())
    for character in text.utf8 where character > UInt8(ascii: " ") && character != UInt8(ascii: "=") {
      let value: UInt8
      switch character {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = character - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = character - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = character - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  /// - Parameter bytes: the least significant first.
  private static func value(of bytes: [UInt8], type: String) -> Double? {
    guard let width = Int(type.dropFirst()), width == bytes.count, (1...8).contains(width) else { return nil }
    let bits = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let shift = UInt64(64 - 8 * width)
    switch (type.first, width) {
    case ("f", 8): return Double(bitPattern: bits)
    case ("f", 4): return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case ("i", _): return Double(Int64(bitPattern: bits << shift) >> Int64(shift))
    case ("u", _), ("b", 1): return Double(bits)
    default: return nil
    }
  }
}
