import Analysis

/// What the runs of a directory differ in. One run with a setting of its own does not make that an axis, and one without settings takes none
/// away.
struct SettingVariation {
  /// Numeric hyperparameters, those with the most values first.
  let settings: [String]
  /// The one, of these and of words, that tells groups of points apart best: many values, but few enough to have a marker each.
  let grouping: String?

  /// As many as themes have styles for.
  private static let groupCounts = 2...6
  /// Of fewer runs each is one of its kind.
  private static let leastCount = 4

  /// - Parameter kinds: what there are words of.
  init(_ records: [AnalysisRecord], kinds: [Quantity]) {
    var seen: Set<RunID> = []
    let runs = records.filter { !$0.dump.hyperparameters.isEmpty && seen.insert($0.dump.runID).inserted }
    var named: [String: Int] = [:]
    for name in runs.lazy.flatMap(\.dump.hyperparameters.keys) { named[name, default: 0] += 1 }
    let usual = named.filter { 2 * $0.value > runs.count }.keys
    let alike = runs.filter { run in usual.allSatisfy { run.dump.hyperparameters[$0] != nil } }
    var values: [String: [Double]] = [:]
    for run in alike {
      for case (let name, .number(let value)) in run.dump.hyperparameters { values[name, default: []].append(value) }
    }
    let counts = values.mapValues { Self.count($0) }
    settings = counts.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let kindCounts = kinds.map { ($0.name, Self.count(records.compactMap($0.text))) }
    grouping =
      (counts.map { ($0.key, $0.value) } + kindCounts).filter { Self.groupCounts.contains($0.1) }
      .max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
  }

  /// How many different values there are, whichever of them is left out.
  private static func count<Value: Hashable>(_ values: [Value]) -> Int {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    let isAnyAlone = values.count >= leastCount && counts.values.contains(1)
    return counts.count - (isAnyAlone ? 1 : 0)
  }
}
