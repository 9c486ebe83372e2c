/// The bytes of a name, with the ways to look at them that the rules need.
struct NameText {
  let bytes: [UInt8]

  init(_ name: String) { bytes = Array(name.utf8) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text in lower case, as far as it is ASCII.
  func lowercased(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      var count = 0
      for index in range {
        buffer[count] = bytes[index].lowercased
        count += 1
      }
      return count
    }
  }

  /// The end of the digits at `index`.
  func digits(at index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    return end
  }

  /// The end of the letters at `index`.
  func letters(at index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end].isLetter { end += 1 }
    return end
  }

  func isAt(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: character)
  }

  /// Digits as a count; nil for none, for other bytes, and for more than fit.
  func ordinal(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 19, bytes[range].allSatisfy(\.isDigit) else { return nil }
    return Int(string(range))
  }
}
