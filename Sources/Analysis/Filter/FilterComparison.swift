/// A field of a dump beside a value.
struct FilterComparison: Sendable, Equatable {
  enum Relation: String, Sendable, CaseIterable {
    // Longer ones first: the shorter begin them.
    case atMost = "<="
    case atLeast = ">="
    case different = "!="
    case less = "<"
    case greater = ">"
    case equal = "="
    case contains = ":"

    /// Whether only numbers have it.
    var isOrder: Bool {
      switch self {
      case .atMost, .atLeast, .less, .greater: true
      case .different, .equal, .contains: false
      }
    }
  }

  let field: FilterField
  let relation: Relation
  let pattern: TextPattern
  /// The value as a number, where it is one.
  let number: Double?

  func holds(for record: AnalysisRecord, _ context: DumpFilter.Context) -> Bool {
    if relation != .contains, let number, case .quantity(let quantity) = field,
      let value = quantity.value(of: record)
    {
      return !value.isNaN && compare(value, number)
    }
    guard !relation.isOrder, let isMatch = field.hasText(record, context, where: pattern.matches) else { return false }
    return isMatch == (relation != .different)
  }

  private func compare(_ value: Double, _ number: Double) -> Bool {
    switch relation {
    case .atMost: value <= number
    case .atLeast: value >= number
    case .less: value < number
    case .greater: value > number
    case .equal: value == number
    case .different: value != number
    case .contains: false
    }
  }
}
