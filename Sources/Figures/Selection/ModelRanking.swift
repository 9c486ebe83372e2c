public import Analysis
import Goldilocks

/// Models ranked by several accuracies at once: their mean rank, as if it were a metric of theirs (`Quantity.meanRank`).
public struct ModelRanking: Sendable {
  /// All records; those of ranked models have the mean rank among their metrics.
  public let records: [AnalysisRecord]
  /// What is ranked by.
  public let accuracies: [String]
  /// How many models have all accuracies.
  public let rankedCount: Int
  /// How many have some accuracy but not all; they have no mean rank.
  public let leftOutCount: Int

  /// O(n log n) for n records.
  ///
  /// - Parameters:
  ///   - accuracies: names of metrics of which more is better.
  ///   - selection: which records stand for models, and are ranked among one another. Of a run and layer it is the one farthest in training
  ///     that has any of the accuracies.
  public init(_ records: [AnalysisRecord], over accuracies: [String], selection: ModelSelection) {
    let quantities = accuracies.map(Quantity.init)
    func scores(of record: AnalysisRecord) -> [Double?] { quantities.map { $0.value(of: record, in: selection) } }
    let models = records.models(selection) { scores(of: $0).contains { $0 != nil } }
    let ranks = MeanRank.ofModels(models.map(scores))
    let ranked = Dictionary(
      zip(models.map(\.id), ranks).compactMap { id, rank in rank.map { (id, $0) } },
      uniquingKeysWith: { first, _ in first })
    self.records = records.map { record in
      var record = record
      let rank = ranked[record.id]
      record.dump.metrics[Quantity.meanRank.name] = rank.map { Metric(value: $0, join: .checkpoint) }
      return record
    }
    self.accuracies = accuracies
    rankedCount = ranked.count
    leftOutCount = models.count - ranked.count
  }

  /// How the mean rank is made.
  public var finding: Finding {
    let rest = leftOutCount == 0 ? [] : ["\(leftOutCount) left out that lack\(leftOutCount == 1 ? "s" : "") one"]
    let end = rest.isEmpty ? "" : ";"
    return Finding(
      ["mean rank among \(rankedCount) by \(accuracies.count) accuracies:"]
        + accuracies.enumerated().map { $1 + ($0 + 1 < accuracies.count ? "," : end) } + rest)
  }
}
