extension DumpFilter: CustomStringConvertible {
  /// The filter as it can be typed; reading it gives the same filter.
  public var description: String { condition?.description ?? "" }
}

extension Condition: CustomStringConvertible {
  var description: String {
    switch self {
    case .all(let conditions): conditions.map { $0.operand(of: .all) }.joined(separator: " ")
    case .any(let conditions): conditions.map(\.description).joined(separator: " | ")
    case .not(let condition): "-" + condition.operand(of: .not)
    case .word(let pattern): pattern.typed
    case .flag(let flag): flag.rawValue
    case .comparison(let comparison):
      Self.name(comparison.field.name) + comparison.relation.rawValue + comparison.pattern.typed
    }
  }

  private enum Operator {
    case all, not
  }

  /// In parentheses where it binds less tightly than what it stands in.
  private func operand(of outer: Operator) -> String {
    switch (self, outer) {
    case (.any, _), (.all, .not): "(\(description))"
    default: description
    }
  }

  /// The name of a field, in quotes where it would be read as something else.
  private static func name(_ name: String) -> String {
    var scanner = FilterScanner(name)
    let isWord = scanner.takeWord() == name && !name.hasPrefix("-") && !name.hasSuffix("!")
    return isWord && !["NOT", "AND", "OR"].contains(name) ? name : quoted(name)
  }

  fileprivate static func quoted(_ text: String) -> String {
    var typed = "\"".unicodeScalars
    for scalar in text.unicodeScalars { typed.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
    return String(typed) + "\""
  }
}

extension TextPattern {
  fileprivate var typed: String { isQuoted ? Condition.quoted(text) : text }
}
