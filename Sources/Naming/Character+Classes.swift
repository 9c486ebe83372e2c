/// Classes of characters. Names are mostly ASCII, for which the tables of Unicode, ten times slower, need not be asked.
extension Character {
  var isASCIIDigit: Bool { asciiValue.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false }
  var isASCIILetter: Bool { asciiValue.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 } ?? false }
  /// The same as `isLetter`.
  var isAnyLetter: Bool { isASCII ? isASCIILetter : isLetter }
  /// The same as `isNumber`.
  var isAnyNumber: Bool { isASCII ? isASCIIDigit : isNumber }
}
