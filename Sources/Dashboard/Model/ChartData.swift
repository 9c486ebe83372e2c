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
  private(set) var losses: [String] = []
  /// Numeric hyperparameters that records differ in, those with the most values first.
  private(set) var settings: [String] = []
  /// The one, of these and of words, that tells groups of points apart best: many values, but few enough to have a marker each.
  private(set) var grouping: String?
  /// Nil before anybody looked at them.
  var trainingRuns: TrainingRuns?

  init() {}

  init(_ dumps: DumpCollection) {
    revision = dumps.revision
    for run in dumps.runs {
      for entry in run.entries where !entry.isHidden && entry.record.summary != nil { records.append(entry.record) }
    }
    quantities = Quantity.all(in: records)
    kinds = Quantity.kinds(in: records)
    let first = records.lazy.compactMap(\.accuracy?.name).first
    let named = quantities.filter { $0.isAccuracy && $0.name != "accuracy" }.map(\.name)
    accuracies = [first].compactMap { $0 } + named.filter { $0 != first }
    if accuracies.count > 1 { quantities = quantities.filter { $0 != .meanRank } + [.meanRank] }
    losses = quantities.map(\.name).filter { $0.lowercased().contains("loss") }
    var values: [String: Set<Double>] = [:]
    for record in records {
      for case (let name, .number(let value)) in record.dump.hyperparameters { values[name, default: []].insert(value) }
    }
    let kindCounts = kinds.filter { $0.name != "layer" }.map { kind in
      (kind.name, Set(records.compactMap(kind.text)).count)
    }
    // As many as themes have styles for.
    grouping =
      (values.map { ($0.key, $0.value.count) } + kindCounts).filter { (2...6).contains($0.1) }
      .max { ($0.1, $1.0) < ($1.1, $0.0) }?.0
    settings = values.filter { $0.value.count > 1 }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
  }
}
