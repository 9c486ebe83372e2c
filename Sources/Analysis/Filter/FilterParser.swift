/// Reads a filter by recursive descent.
struct FilterParser {
  private var scanner: FilterScanner
  private let names: FilterNames

  /// Parentheses and negations within one another: more than anybody means, fewer than the stack holds.
  private static let deepest = 50

  init(_ text: String, names: FilterNames) {
    scanner = FilterScanner(text)
    self.names = names
  }

  /// The whole text; nil where it is empty.
  mutating func parse() throws(DumpFilter.SyntaxError) -> Condition? {
    scanner.skipSpace()
    guard scanner.next != nil else { return nil }
    let condition = try alternatives(depth: 0)
    // Only a parenthesis ends what comes before the end.
    guard scanner.next == nil else { throw scanner.error(at: scanner.place, "there is nothing to close here") }
    return condition
  }

  private mutating func alternatives(depth: Int) throws(DumpFilter.SyntaxError) -> Condition {
    var conditions = [try conjunction(depth: depth)]
    while scanner.take("|") || scanner.take(keyword: "OR") { conditions.append(try conjunction(depth: depth)) }
    return .combining(any: conditions)
  }

  /// Ends at what begins no condition, with the white space before it taken.
  private mutating func conjunction(depth: Int) throws(DumpFilter.SyntaxError) -> Condition {
    var conditions: [Condition] = []
    repeat {
      conditions.append(try negation(depth: depth))
      scanner.skipSpace()
    } while scanner.take(keyword: "AND") || !isAtEndOfConjunction
    return .combining(all: conditions)
  }

  private var isAtEndOfConjunction: Bool {
    var ahead = scanner
    return ahead.next == nil || ahead.next == ")" || ahead.next == "|" || ahead.take(keyword: "OR")
  }

  private mutating func negation(depth: Int) throws(DumpFilter.SyntaxError) -> Condition {
    guard depth <= Self.deepest else { throw scanner.error(at: scanner.place, "this is nested too deeply") }
    scanner.skipSpace()
    if scanner.take("-") || scanner.take(keyword: "NOT") { return .not(try negation(depth: depth + 1)) }
    let start = scanner.place
    guard scanner.take("(") else { return try term() }
    let condition = try alternatives(depth: depth + 1)
    guard scanner.take(")") else { throw scanner.error(at: start, "this parenthesis is not closed") }
    return condition
  }

  /// A word, a flag or a comparison.
  private mutating func term() throws(DumpFilter.SyntaxError) -> Condition {
    let start = scanner.place
    guard !isAtEndOfConjunction, !scanner.take(keyword: "AND") else {
      throw scanner.error(at: start, "a condition is missing")
    }
    let quoted = try scanner.takeQuoted()
    let word = quoted ?? scanner.takeWord()
    var ahead = scanner
    ahead.skipSpace()
    if let relation = ahead.takeRelation() {
      scanner = ahead
      guard !word.isEmpty else { throw scanner.error(at: start, "a field is missing") }
      return .comparison(try comparison(of: word, at: start, relation))
    }
    if quoted == nil, let flag = FilterFlag(rawValue: word.lowercased()) { return .flag(flag) }
    return .word(TextPattern(word, isQuoted: quoted != nil, isWhole: false))
  }

  private mutating func comparison(
    of name: String, at start: Int, _ relation: FilterComparison.Relation
  ) throws(DumpFilter.SyntaxError) -> FilterComparison {
    let field: FilterField
    switch names.field(name) {
    case .success(let found): field = found
    case .failure(let failure): throw scanner.error(at: start, failure.reason)
    }
    scanner.skipSpace()
    let place = scanner.place
    guard !scanner.isAtRelation else { throw scanner.error(at: place, "a value that begins so needs quotes") }
    let quoted = try scanner.takeQuoted()
    let value = quoted ?? scanner.takeValue()
    guard quoted != nil || !value.isEmpty else { throw scanner.error(at: place, "a value is missing") }
    let number = quoted == nil ? Double(value).flatMap { $0.isFinite ? $0 : nil } : nil
    if relation.isOrder {
      if case .text = field { throw scanner.error(at: start, "\(field.name) is no number; use : or =") }
      guard number != nil else { throw scanner.error(at: place, "\(value) is no number") }
    }
    let pattern = TextPattern(value, isQuoted: quoted != nil, isWhole: relation != .contains)
    return FilterComparison(field: field, relation: relation, pattern: pattern, number: number)
  }
}
