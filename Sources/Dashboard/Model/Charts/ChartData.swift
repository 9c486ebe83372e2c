import Analysis

/// What charts are made of, found out once for every change of the dumps.
struct ChartData: Sendable, Equatable {
  /// That of the dumps; nil before anything was found out.
  private(set) var revision: Int?
  /// The finished dumps that are not filtered out, in the natural order of runs and checkpoints.
  private(set) var records: [AnalysisRecord] = []
  /// What there are numbers of.
  private(set) var quantities: [Quantity] = []
  /// What there are words of, which tell kinds of models apart.
  private(set) var kinds: [Quantity] = []
  /// The metrics that are accuracies, the one that counts first.
  private(set) var accuracies: [String] = []
  /// Those that charts and mean ranks are made of by themselves: not what a few dumps have and the others lack.
  private(set) var commonAccuracies: [String] = []
  /// The losses that are as common, the commonest first.
  private(set) var losses: [String] = []
  /// Numeric hyperparameters that runs differ in, those with the most values first.
  private(set) var settings: [String] = []
  /// The one, of these and of words, that tells groups of points apart best: many values, but few enough to have a marker each.
  private(set) var grouping: String?

  init() {}

  init(_ dumps: DumpCollection) {
    revision = dumps.revision
    for run in dumps.runs {
      for entry in run.entries where !entry.isHidden && entry.record.summary != nil { records.append(entry.record) }
    }
    quantities = Quantity.all(in: records)
    kinds = Quantity.kinds(in: records)
    let first = AccuracyMetric.commonestAccuracy(of: records)
    let named = quantities.filter { $0.isAccuracy && $0.name != "accuracy" }.map(\.name)
    let lossNames = quantities.map(\.name).filter { $0.lowercased().contains("loss") }
    let metrics = MetricCounts(named + lossNames, in: records)
    accuracies = [first].compactMap { $0 } + metrics.commonestFirst(named.filter { $0 != first })
    commonAccuracies = metrics.common(accuracies)
    if commonAccuracies.count > 1 { quantities = quantities.filter { $0 != .meanRank } + [.meanRank] }
    losses = metrics.common(metrics.commonestFirst(lossNames))
    let variation = SettingVariation(records, kinds: kinds.filter { $0.name != "layer" })
    settings = variation.settings
    grouping = variation.grouping
  }
}
