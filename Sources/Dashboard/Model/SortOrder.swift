import Analysis

/// What the runs in the table are ordered by.
struct SortOrder: Sendable, Equatable {
  enum Key: String, Sendable, CaseIterable {
    /// The order of the file system, numbers by value.
    case name
    case alpha, rSquared, effectiveRank, participationRatio, accuracy

    var title: String {
      switch self {
      case .name: "name"
      case .alpha: "α"
      case .rSquared: "R²"
      case .effectiveRank: "effective rank"
      case .participationRatio: "participation ratio"
      case .accuracy: "accuracy"
      }
    }

    /// The number that a dump is ordered by, nil where it has none.
    func value(of record: AnalysisRecord) -> Double? {
      switch self {
      case .name: nil
      case .alpha: record.alpha
      case .rSquared: record.summary?.fit?.rSquared
      case .effectiveRank: record.summary?.ranks?.effectiveRank
      case .participationRatio: record.summary?.ranks?.participationRatio
      case .accuracy: record.accuracy?.value
      }
    }
  }

  var key = Key.name
  /// Numbers begin with the largest, names with the first, unless reversed.
  var isReversed = false

  /// Runs by the value of their last checkpoint; those without one come last in either direction.
  func sorted(_ dumps: DumpCollection) -> [DumpCollection.Run] {
    guard key != .name else { return isReversed ? dumps.runs.reversed() : dumps.runs }
    let keyed = dumps.runs.enumerated().map { index, run in
      (index: index, run: run, value: dumps.last(of: run).flatMap { key.value(of: $0.record) })
    }
    return keyed.sorted { a, b in
      switch (a.value, b.value) {
      case (let x?, let y?) where x != y: isReversed ? x < y : x > y
      case (_?, nil): true
      case (nil, _?): false
      default: a.index < b.index
      }
    }.map(\.run)
  }
}
