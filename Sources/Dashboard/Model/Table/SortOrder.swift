import Analysis

/// What the runs in the table are ordered by: the first key, where that is the same the next, then by name.
struct SortOrder: Sendable, Equatable {
  enum Key: Sendable, Hashable {
    /// The natural order, numbers by value.
    case name
    case quantity(Quantity)

    static let alpha = quantity(named: "alpha")
    static let accuracy = quantity(named: "accuracy")

    static func quantity(named name: String) -> Key { .quantity(Quantity(named: name)) }

    /// The name of its quantity; nil for names.
    var quantity: String? {
      if case .quantity(let quantity) = self { quantity.name } else { nil }
    }

    /// The number that a dump is ordered by, nil where it has none.
    fileprivate func value(of record: AnalysisRecord) -> Double? {
      if case .quantity(let quantity) = self { quantity.value(of: record) } else { nil }
    }
  }

  /// One key, and in which direction. Numbers begin with the largest, names with the first, unless reversed.
  struct Criterion: Sendable, Equatable {
    var key: Key
    var isReversed = false
  }

  /// At least one.
  private(set) var criteria = [Criterion(key: .name)]
  /// More than these nobody keeps in mind.
  private static let greatestCount = 3

  /// By name where there are no criteria.
  init(_ criteria: [Criterion] = []) {
    if !criteria.isEmpty { self.criteria = Array(criteria.prefix(Self.greatestCount)) }
  }

  var first: Criterion { criteria[0] }

  /// Puts a key first; those before it decide what it leaves open. The same twice turns the order round.
  mutating func sort(by key: Key) {
    if first.key == key { return reverse() }
    criteria.removeAll { $0.key == key }
    // Names leave nothing open.
    criteria =
      key == .name ? [Criterion(key: .name)] : Array(([Criterion(key: key)] + criteria).prefix(Self.greatestCount))
  }

  mutating func reverse() { criteria[0].isReversed.toggle() }

  /// The order and its direction of a key, counted from 0; nil where it does not matter.
  func place(of key: Key) -> (index: Int, isReversed: Bool)? {
    criteria.firstIndex { $0.key == key }.map { ($0, criteria[$0].isReversed) }
  }

  /// Runs by the values of their last checkpoints; those without one come last in either direction.
  func sorted(_ runs: [DumpCollection.Run]) -> [DumpCollection.Run] {
    guard first.key != .name else { return first.isReversed ? runs.reversed() : runs }
    let keyed = runs.enumerated().map { index, run in
      let record = run.entries.last?.record
      return (index: index, run: run, values: criteria.map { $0.key.value(of: record) })
    }
    return keyed.sorted { a, b in
      for (place, criterion) in criteria.enumerated() {
        if criterion.key == .name { return criterion.isReversed ? a.index > b.index : a.index < b.index }
        switch (a.values[place], b.values[place]) {
        case (let x?, let y?) where x != y: return criterion.isReversed ? x < y : x > y
        case (_?, nil): return true
        case (nil, _?): return false
        default: continue
        }
      }
      return a.index < b.index
    }.map(\.run)
  }
}

extension SortOrder.Key {
  fileprivate func value(of record: AnalysisRecord?) -> Double? { record.flatMap { value(of: $0) } }
}
