/// One order of models from several metrics that have nothing in common but which end is good.
public enum MeanRank {
  /// For every model the mean of its ranks over the metrics that it has; nil without any.
  ///
  /// The largest value of a metric has rank 1, equal ones share the mean of their ranks. A metric ranks the models that have it, so a
  /// model without it is neither rewarded nor punished.
  ///
  /// - Parameter scores: a row for every model, a column for every metric; larger is better (negate losses). Nil and what is not
  ///   finite are missing, and so is what a shorter row does not reach.
  public static func ofModels(_ scores: [[Double?]]) -> [Double?] {
    var sums = [Double](repeating: 0, count: scores.count)
    var counts = [Int](repeating: 0, count: scores.count)
    for metric in 0..<(scores.map(\.count).max() ?? 0) {
      let ranked = scores.indices.compactMap { model -> (model: Int, score: Double)? in
        guard metric < scores[model].count, let score = scores[model][metric], score.isFinite else { return nil }
        return (model, score)
      }
      for (entry, rank) in zip(ranked, fractionalRanks(ranked.map { -$0.score })) {
        sums[entry.model] += rank
        counts[entry.model] += 1
      }
    }
    return zip(sums, counts).map { $1 == 0 ? nil : $0 / Double($1) }
  }
}
