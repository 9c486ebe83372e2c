import Spectra

extension AnalysisRecord {
  /// What keeps the α of these records from being compared: each of N, D, the fitted ranks, the estimator and the layer
  /// that is not the same in all that have one. Values come the commonest first; one that a single dump has, where
  /// others share theirs, is named with it. The estimate is biased by N and D, and the others are other quantities.
  public static func comparability(of records: [AnalysisRecord]) -> [AnalysisWarning] {
    let fitted = records.filter { $0.alpha != nil }
    return [
      difference(in: "N", of: fitted) { $0.shape?.sampleCount },
      difference(in: "D", of: fitted) { $0.shape?.featureCount },
      difference(in: "pooling of tokens", of: fitted.filter { $0.shape?.tokens != nil }) { $0.shape?.tokens?.rawValue },
      difference(in: "fitted ranks", of: fitted) { $0.summary?.fit?.range.description },
      difference(in: "estimator", of: fitted) { $0.summary?.fit?.estimator.rawValue },
      difference(in: "layer", of: fitted) { $0.dump.layer },
    ].compactMap { $0 }
  }

  /// Values that are named before the others are only counted.
  private static let namedValues = 4

  private static func difference<Value: Hashable>(
    in name: String, of records: [AnalysisRecord], value: (AnalysisRecord) -> Value?
  ) -> AnalysisWarning? {
    let groups = Dictionary(grouping: records.indices) { value(records[$0]) }
    guard groups.count > 1 else { return nil }
    // The commonest first, so that one odd dump does not stand for all.
    let sorted = groups.sorted { ($1.value.count, $0.value[0]) < ($0.value.count, $1.value[0]) }
    let isOneOdd = sorted.count { $0.value.count == 1 } == 1
    let texts = sorted.map { value, members in
      let text = value.map { "\($0)" } ?? "none"
      return isOneOdd && members.count == 1 ? "\(text) only in \(records[members[0]].dump.nameInRun)" : text
    }
    var named = Array(texts.prefix(namedValues))
    if texts.count > namedValues { named.append("\(texts.count - namedValues) more") }
    return AnalysisWarning(.notComparable, "α is not comparable: different \(name) (\(named.joined(separator: ", ")))")
  }
}
