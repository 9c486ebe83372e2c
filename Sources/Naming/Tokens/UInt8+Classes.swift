/// Classes of bytes in names. Bytes outside ASCII are letters: names are compared and cut, never spelled.
extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }
  var isLetter: Bool { UInt8(ascii: "a") <= self | 0x20 && self | 0x20 <= UInt8(ascii: "z") || self >= 0x80 }
  var isHexDigit: Bool { isDigit || UInt8(ascii: "a") <= self && self <= UInt8(ascii: "f") }
  var isUppercase: Bool { UInt8(ascii: "A") <= self && self <= UInt8(ascii: "Z") }
  var lowercased: UInt8 { isUppercase ? self | 0x20 : self }

  /// Whether a token ends before this byte. A dot is part of a token.
  var isSeparator: Bool {
    switch self {
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "+"), UInt8(ascii: "&"), UInt8(ascii: "~"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Whether the byte ends one of several assignments in a name (`a=1,b=2`).
  var endsItem: Bool {
    self == UInt8(ascii: ",") || self == UInt8(ascii: ";") || self == UInt8(ascii: "&") || self == UInt8(ascii: " ")
  }
}
