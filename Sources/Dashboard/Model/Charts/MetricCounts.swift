import Analysis

/// How many dumps have each metric, so that what one log has more than the others comes last.
struct MetricCounts {
  private let counts: [String: Int]

  init(_ names: [String], in records: [AnalysisRecord]) {
    counts = Dictionary(
      names.map { name in
        let quantity = Quantity(named: name)
        return (name, records.count { quantity.value(of: $0) != nil })
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Equally common ones in their order.
  func commonestFirst(_ names: [String]) -> [String] {
    names.enumerated().sorted { a, b in
      (count(b.element), a.offset) < (count(a.element), b.offset)
    }.map(\.element)
  }

  /// Those that at least half as many dumps have as have the commonest of them.
  func common(_ names: [String]) -> [String] {
    let most = names.map(count).max() ?? 0
    return names.filter { 2 * count($0) >= most }
  }

  private func count(_ name: String) -> Int { counts[name] ?? 0 }
}
