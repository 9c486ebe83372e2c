import Spectra

extension AnalysisRecord {
  /// What keeps the α of these records from being compared: each of N, D, the fitted ranks, the estimator and the layer
  /// that is not the same in all that have one. The estimate is biased by N and D, and the others are other quantities.
  public static func comparability(of records: [AnalysisRecord]) -> [AnalysisWarning] {
    let fitted = records.filter { $0.alpha != nil }
    return [
      difference(in: "N", of: fitted.map { $0.shape?.sampleCount }),
      difference(in: "D", of: fitted.map { $0.shape?.featureCount }),
      difference(in: "pooling of tokens", of: fitted.filter { $0.shape?.tokens != nil }.map { $0.shape?.tokens }),
      difference(in: "fitted ranks", of: fitted.map { $0.summary?.fit?.range.description }),
      difference(in: "estimator", of: fitted.map { $0.summary?.fit?.estimator.rawValue }),
      difference(in: "layer", of: fitted.map(\.dump.layer)),
    ].compactMap { $0 }
  }

  /// Values that are named before the others are only counted.
  private static let namedValues = 4

  private static func difference<Value: Hashable>(in name: String, of values: [Value?]) -> AnalysisWarning? {
    var seen: Set<Value?> = []
    let distinct = values.filter { seen.insert($0).inserted }
    guard distinct.count > 1 else { return nil }
    var named = distinct.prefix(namedValues).map { $0.map { "\($0)" } ?? "none" }
    if distinct.count > namedValues { named.append("\(distinct.count - namedValues) more") }
    return AnalysisWarning(.notComparable, "α is not comparable: different \(name) (\(named.joined(separator: ", ")))")
  }
}
