/// Takes words, quotes and relations from the text of a filter.
///
/// It goes by Unicode scalars: an operator with a combining mark behind it is another character, and still an operator.
struct FilterScanner {
  private let scalars: [Unicode.Scalar]
  /// Scalars that have been taken.
  private(set) var place = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  /// An error about what begins at a place.
  func error(at place: Int, _ reason: String) -> DumpFilter.SyntaxError {
    DumpFilter.SyntaxError(offset: Self.text(scalars[..<place]).count, reason: reason)
  }

  mutating func skipSpace() {
    while next?.properties.isWhitespace == true { place += 1 }
  }

  /// Takes a scalar if it is the next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  /// Takes a word if it is the next.
  mutating func take(keyword: String) -> Bool {
    var ahead = self
    guard ahead.takeWord() == keyword else { return false }
    self = ahead
    return true
  }

  /// What comes before white space, parentheses, bars, quotes and relations; may be empty.
  mutating func takeWord() -> String {
    take { scanner in !scanner.isAtRelation }
  }

  /// What comes before white space, parentheses, bars and quotes; may be empty.
  mutating func takeValue() -> String {
    take { _ in true }
  }

  /// What is between quotes; nil at no quote.
  mutating func takeQuoted() throws(DumpFilter.SyntaxError) -> String? {
    let start = place
    guard take("\"") else { return nil }
    var quoted: [Unicode.Scalar] = []
    while let scalar = next {
      place += 1
      guard scalar == "\"" else {
        quoted.append(scalar)
        continue
      }
      guard take("\"") else { return Self.text(quoted[...]) }
      quoted.append("\"")
    }
    throw error(at: start, "this quote is not closed")
  }

  /// The relation that is next, if one is. `==` is `=`.
  mutating func takeRelation() -> FilterComparison.Relation? {
    for relation in FilterComparison.Relation.allCases where isNext(relation.rawValue) {
      place += relation.rawValue.unicodeScalars.count
      if relation == .equal { _ = take("=") }
      return relation
    }
    return nil
  }

  var isAtRelation: Bool { FilterComparison.Relation.allCases.contains { isNext($0.rawValue) } }

  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", ")", "|", "\"": true
    default: scalar.properties.isWhitespace
    }
  }

  private func isNext(_ symbol: String) -> Bool { scalars[place...].starts(with: symbol.unicodeScalars) }

  private mutating func take(while isTaken: (FilterScanner) -> Bool) -> String {
    let start = place
    while let scalar = next, !Self.isSeparator(scalar), isTaken(self) { place += 1 }
    return Self.text(scalars[start..<place])
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
