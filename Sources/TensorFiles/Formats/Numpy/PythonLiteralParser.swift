/// Recursive descent over the bytes of one literal.
struct PythonLiteralParser {
  typealias SyntaxError = PythonLiteral.SyntaxError

  /// A structured type with nested records needs half of this.
  private static let greatestDepth = 16

  private let text: ArraySlice<UInt8>
  private var index: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    self.index = text.startIndex
  }

  mutating func literal(depth: Int) throws(SyntaxError) -> PythonLiteral {
    guard depth < Self.greatestDepth else { throw error("nested too deeply") }
    skipWhiteSpace()
    switch next {
    case UInt8(ascii: "{"): return try .dictionary(dictionary(depth: depth))
    case UInt8(ascii: "("): return try parenthesised(depth: depth)
    case UInt8(ascii: "["): return try .list(items(until: "]", depth: depth).values)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try .string(string())
    case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return try .integer(integer())
    default:
      if skip(word: "True") { return .boolean(true) }
      if skip(word: "False") { return .boolean(false) }
      throw error("a value expected")
    }
  }

  mutating func expectEnd() throws(SyntaxError) {
    skipWhiteSpace()
    guard next == nil else { throw error("nothing more expected") }
  }

  private mutating func dictionary(depth: Int) throws(SyntaxError) -> [String: PythonLiteral] {
    index += 1
    var entries: [String: PythonLiteral] = [:]
    while true {
      skipWhiteSpace()
      if skip("}") { return entries }
      let key = try string()
      guard entries[key] == nil else { throw error("\(key.debugDescription) is there twice") }
      skipWhiteSpace()
      guard skip(":") else { throw error("':' expected") }
      entries[key] = try literal(depth: depth + 1)
      skipWhiteSpace()
      if skip("}") { return entries }
      guard skip(",") else { throw error("',' or '}' expected") }
    }
  }

  /// `(5,)` is a tuple of one, `(5)` the number 5.
  private mutating func parenthesised(depth: Int) throws(SyntaxError) -> PythonLiteral {
    let (values, endsWithComma) = try items(until: ")", depth: depth)
    if let only = values.first, values.count == 1, !endsWithComma { return only }
    return .tuple(values)
  }

  private mutating func items(
    until end: Unicode.Scalar, depth: Int
  ) throws(SyntaxError) -> (values: [PythonLiteral], endsWithComma: Bool) {
    index += 1
    var values: [PythonLiteral] = []
    while true {
      skipWhiteSpace()
      if skip(end) { return (values, !values.isEmpty) }
      values.append(try literal(depth: depth + 1))
      skipWhiteSpace()
      if skip(end) { return (values, false) }
      guard skip(",") else { throw error("',' or '\(end)' expected") }
    }
  }

  /// Escapes are kept as they are written: no name that matters to us has one.
  private mutating func string() throws(SyntaxError) -> String {
    guard let quote = next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw error("a quoted string expected")
    }
    index += 1
    let start = index
    while let byte = next, byte != quote {
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard next == quote else { throw error("a string without an end") }
    defer { index += 1 }
    return String(decoding: text[start..<index], as: UTF8.self)
  }

  /// Python 2 wrote long integers with an `L` behind.
  private mutating func integer() throws(SyntaxError) -> Int {
    let start = index
    skip("-")
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    guard let value = Int(String(decoding: text[start..<index], as: UTF8.self)) else {
      throw error("an integer of at most 63 bits expected", at: start)
    }
    skip("L")
    return value
  }

  private var next: UInt8? { index < text.endIndex ? text[index] : nil }

  @discardableResult
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skip(word: StaticString) -> Bool {
    let found = word.withUTF8Buffer { text[index...].starts(with: $0) }
    if found { index += word.utf8CodeUnitCount }
    return found
  }

  private mutating func skipWhiteSpace() {
    while let byte = next, byte == UInt8(ascii: " ") || (9...13).contains(byte) { index += 1 }
  }

  private func error(_ message: String, at place: Int? = nil) -> SyntaxError {
    SyntaxError(offset: min(place ?? index, text.endIndex) - text.startIndex, message: message)
  }
}
