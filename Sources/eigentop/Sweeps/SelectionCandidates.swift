import Analysis
import Figures
import Goldilocks

/// Models to select from: their keys, and the accuracies that are known.
struct SelectionCandidates {
  let key: Quantity
  let accuracy: Quantity
  let selection: ModelSelection
  private(set) var models: [SweepModel]
  /// Finite.
  private(set) var keys: [Double]
  private(set) var accuracies: [Double?]

  /// - Parameter accuracy: name of the metric; nil takes the first of the usual names that any log has, for all models.
  init(_ records: [AnalysisRecord], key: Quantity, accuracy: String?, selection: ModelSelection) {
    let logged = AccuracyMetric.preferredNames.first { name in records.contains { $0.dump.metrics[name] != nil } }
    let accuracy = Quantity(named: accuracy ?? logged ?? "accuracy")
    let models = records.sweepModels(selection, having: [key]).filter { $0.value(of: key)?.isFinite == true }
    (self.key, self.accuracy, self.selection, self.models) = (key, accuracy, selection, models)
    keys = models.compactMap { $0.value(of: key) }
    accuracies = models.map { model in model.value(of: accuracy).flatMap { $0.isFinite ? $0 : nil } }
  }

  var accuracyName: String { accuracy.name }
  var knownCount: Int { accuracies.count { $0 != nil } }

  /// Those with an accuracy.
  var known: SelectionCandidates {
    var known = self
    let places = models.indices.filter { accuracies[$0] != nil }
    known.models = places.map { models[$0] }
    known.keys = places.map { keys[$0] }
    known.accuracies = places.map { accuracies[$0] }
    return known
  }

  /// A percentage point in the unit of the accuracies: 0.01 where all of them lie in 0…1.
  var unitOfPoints: Double { accuracies.allSatisfy { (0...1).contains($0 ?? 0) } ? 0.01 : 1 }

  // MARK: What the known ones say

  private static let drawCount = 1000

  private var scores: [Double] { known.accuracies.compactMap { $0 } }

  var zone: (zone: GoldilocksZone, bootstrap: ZoneBootstrap)? {
    let (keys, scores) = (known.keys, scores)
    return GoldilocksZone(keys: keys, scores: scores).flatMap { zone in
      ZoneBootstrap(keys: keys, scores: scores, drawCount: Self.drawCount).map { (zone, $0) }
    }
  }

  var verdict: ZoneVerdict? { ZoneVerdict(keys: known.keys, scores: scores) }

  var prior: Double? { key.name == Measure.alpha.rawValue ? 1 : nil }

  var findings: [Finding] {
    let relation = verdict.map { verdict in
      Finding(["\(key.title) and \(accuracyName):", verdict.relation.words, "(Spearman, n = \(verdict.count))"])
    }
    return [
      relation, verdict?.finding(key: key.title, prior: prior),
      zone.map { $0.zone.finding($0.bootstrap, key: key.title) },
    ]
    .compactMap { $0 }
  }
}
