import SystemPackage

/// A text to look for in either case, in which an asterisk without quotes stands for any characters.
struct TextPattern: Sendable, Equatable {
  /// As it was typed, without its quotes.
  let text: String
  let isQuoted: Bool
  /// What has to come one after another: the first at the beginning, the last at the end, in UTF-8 and lower case.
  private let pieces: [[UInt8]]
  /// Then so is the case of what it is compared with, without a copy of it.
  private let isASCII: Bool

  /// - Parameter isWhole: whether it is compared with all of a text, instead of being looked for in it.
  init(_ text: String, isQuoted: Bool, isWhole: Bool) {
    self.text = text
    self.isQuoted = isQuoted
    let folded = Array(text.lowercased().utf8)
    let parts =
      isQuoted
      ? [folded] : folded.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    pieces = isWhole ? parts : [[]] + parts + [[]]
    isASCII = folded.allSatisfy { $0 < 0x80 }
  }

  func matches(_ text: String) -> Bool {
    var text = isASCII ? text : text.lowercased()
    return text.withUTF8(matches)
  }

  func matches(_ path: FilePath) -> Bool { matches(path.string) }

  private func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return false }
    guard pieces.count > 1 else { return first.count == bytes.count && isFound(first, at: 0, in: bytes) }
    var start = first.count
    let end = bytes.count - last.count
    guard start <= end, isFound(first, at: 0, in: bytes), isFound(last, at: end, in: bytes) else { return false }
    for piece in pieces.dropFirst().dropLast() {
      while start + piece.count <= end, !isFound(piece, at: start, in: bytes) { start += 1 }
      start += piece.count
      guard start <= end else { return false }
    }
    return true
  }

  /// Whether a piece stands at a place from which the bytes are enough for it.
  private func isFound(_ piece: [UInt8], at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for (offset, wanted) in piece.enumerated() {
      let byte = bytes[place + offset]
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      guard (isUpper ? byte | 0x20 : byte) == wanted else { return false }
    }
    return true
  }
}
