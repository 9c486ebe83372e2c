/// The part of Python's literals that a `.npy` header is written in. Nothing is evaluated.
enum PythonLiteral: Equatable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case tuple([PythonLiteral])
  case list([PythonLiteral])
  case dictionary([String: PythonLiteral])

  /// What is wrong with a text, and at which of its bytes.
  struct SyntaxError: Error, Equatable {
    let offset: Int
    let message: String
  }

  /// Parses exactly one literal, with nothing but white space around it.
  init(parsing text: ArraySlice<UInt8>) throws(SyntaxError) {
    var parser = PythonLiteralParser(text)
    self = try parser.literal(depth: 0)
    try parser.expectEnd()
  }
}
