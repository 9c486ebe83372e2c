/// What a filter asks for.
indirect enum Condition: Sendable, Equatable {
  // Of two or more, none of the same kind.
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case word(TextPattern)
  case flag(FilterFlag)
  case comparison(FilterComparison)

  func holds(for record: AnalysisRecord, _ context: DumpFilter.Context) -> Bool {
    switch self {
    case .all(let conditions): conditions.allSatisfy { $0.holds(for: record, context) }
    case .any(let conditions): conditions.contains { $0.holds(for: record, context) }
    case .not(let condition): !condition.holds(for: record, context)
    case .word(let pattern): pattern.matches(nameOf: record.dump)
    case .flag(let flag): flag.isSet(record, context)
    case .comparison(let comparison): comparison.holds(for: record, context)
    }
  }

  /// All of one or more, without one `all` in another.
  static func combining(all conditions: [Condition]) -> Condition {
    let parts = conditions.flatMap { if case .all(let parts) = $0 { parts } else { [$0] } }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// Any of one or more, without one `any` in another.
  static func combining(any conditions: [Condition]) -> Condition {
    let parts = conditions.flatMap { if case .any(let parts) = $0 { parts } else { [$0] } }
    return parts.count == 1 ? parts[0] : .any(parts)
  }
}

/// A word that asks for what a dump is instead of what it is called.
enum FilterFlag: String, Sendable, CaseIterable {
  case pinned, marked, failed, warned, alert

  func isSet(_ record: AnalysisRecord, _ context: DumpFilter.Context) -> Bool {
    switch self {
    case .pinned: context.isPinned
    case .marked: context.isMarked
    case .failed: record.failure != nil
    case .warned: context.isWarned
    case .alert: context.isAlerting
    }
  }
}

extension TextPattern {
  /// Whether any of the names of a dump matches.
  fileprivate func matches(nameOf dump: Dump) -> Bool {
    matches(dump.run) || dump.layer.map(matches) == true || matches(dump.path)
      || dump.checkpoint.map { matches($0.description) } == true
  }
}
