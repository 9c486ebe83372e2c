/// One order of models from several metrics that have nothing in common but which end is good.
public enum MeanRank {
  /// For every model the mean of its ranks over all metrics, 1…n for n ranked models; nil for a model that lacks one.
  ///
  /// The largest value of a metric has rank 1, equal ones share the mean of their ranks. Only models that have all metrics are ranked:
  /// a third place among three says something else than one among thirty, and means of both could not be compared.
  ///
  /// - Parameter scores: a row for every model, a column for every metric; larger is better (negate losses). Nil and what is not
  ///   finite are missing, and so is what a shorter row does not reach. Without a column nothing is ranked.
  public static func ofModels(_ scores: [[Double?]]) -> [Double?] {
    let metricCount = scores.map(\.count).max() ?? 0
    let complete = scores.indices.filter { model in
      metricCount > 0 && scores[model].count == metricCount
        && scores[model].allSatisfy { $0.map(\.isFinite) ?? false }
    }
    var sums = [Double?](repeating: nil, count: scores.count)
    for metric in 0..<metricCount {
      let ranks = fractionalRanks(complete.map { -(scores[$0][metric] ?? 0) })
      for (model, rank) in zip(complete, ranks) { sums[model] = (sums[model] ?? 0) + rank }
    }
    return sums.map { sum in sum.map { $0 / Double(metricCount) } }
  }
}
