public import Analysis
public import Goldilocks

/// Models to select from: their keys, and the accuracies that are known.
public struct SelectionCandidates: Sendable, Equatable {
  public let key: Quantity
  public let accuracy: Quantity
  public let selection: ModelSelection
  /// Of α: where the best are expected; nil for other keys.
  public let prior: Double?
  public private(set) var models: [SweepModel]
  /// Finite.
  public private(set) var keys: [Double]
  /// Finite, nil where it is not known.
  public private(set) var accuracies: [Double?]
  /// Dumps that are no models to probe: without an accuracy, and without what three in four models have, or of another N × D.
  public let leftOut: [Dump]

  /// - Parameter accuracy: name of the metric; nil takes that of the usual names which most logs have, for all models.
  public init(
    _ records: [AnalysisRecord], key: Quantity, accuracy: String?, selection: ModelSelection,
    prior: Double = ZoneMarks.paperPrior
  ) {
    self.prior = key.name == Measure.alpha.rawValue ? prior : nil
    let accuracy = Quantity(named: accuracy ?? AccuracyMetric.commonestName(in: records) ?? "accuracy")
    let all = records.sweepModels(selection, having: [key]).filter { $0.value(of: key)?.isFinite == true }
    let traits = UsualTraits(of: all.map(\.representative))
    let isKnown = { (model: SweepModel) in model.value(of: accuracy)?.isFinite == true }
    let models = all.filter { isKnown($0) || traits.describe($0.representative) }
    leftOut = all.filter { !isKnown($0) && !traits.describe($0.representative) }.flatMap { $0.records.map(\.dump) }
    (self.key, self.accuracy, self.selection, self.models) = (key, accuracy, selection, models)
    keys = models.compactMap { $0.value(of: key) }
    accuracies = models.map { model in model.value(of: accuracy).flatMap { $0.isFinite ? $0 : nil } }
  }

  /// `1 dump unlike the models left out: sweep/views.npy`; nil where there is none.
  public var remark: Finding? { Finding.leftOut(leftOut.map(\.nameInRun), one: "dump", reason: "unlike the models") }

  public var accuracyName: String { accuracy.name }
  public var knownCount: Int { accuracies.count { $0 != nil } }

  /// Those with an accuracy.
  public var known: SelectionCandidates {
    var known = self
    let places = models.indices.filter { accuracies[$0] != nil }
    known.models = places.map { models[$0] }
    known.keys = places.map { keys[$0] }
    known.accuracies = places.map { accuracies[$0] }
    return known
  }

  /// A percentage point in the unit of the accuracies: 0.01 where most of them lie in 0…1.
  private var unitOfPoints: Double { 2 * scores.count { (0...1).contains($0) } > scores.count ? 0.01 : 1 }

  /// A replay of the known ones.
  ///
  /// - Parameters:
  ///   - records: among which their earlier checkpoints are.
  ///   - tolerance: loss that counts as none, in percentage points.
  public func replaySetting(
    of records: [AnalysisRecord], parallel: Int, shuffleCount: Int, tolerance: Double
  ) -> SelectionReplay.Setting {
    let known = known
    return SelectionReplay.Setting(
      keys: known.keys, accuracies: known.accuracies.compactMap { $0 },
      earlier: records.earlierValues(of: accuracy, for: known.models), parallel: parallel, shuffleCount: shuffleCount,
      tolerance: tolerance * known.unitOfPoints)
  }

  // MARK: What the known ones say

  private static let drawCount = 1000

  private var scores: [Double] { accuracies.compactMap { $0 } }

  public var zone: (zone: GoldilocksZone, bootstrap: ZoneBootstrap)? {
    let (keys, scores) = (known.keys, scores)
    return GoldilocksZone(keys: keys, scores: scores).flatMap { zone in
      ZoneBootstrap(keys: keys, scores: scores, drawCount: Self.drawCount).map { (zone, $0) }
    }
  }

  public var verdict: ZoneVerdict? { ZoneVerdict(keys: known.keys, scores: scores) }

  /// How strong the relation is and of which sign, whether there is an optimum or a slope, how sure the bounds of the better half are.
  public var findings: [Finding] {
    relationFindings + [zone.map { $0.zone.finding($0.bootstrap, key: key.title) }].compactMap { $0 }
  }

  /// All of that but the bounds.
  var relationFindings: [Finding] {
    guard let verdict else { return [] }
    return [
      Finding(["\(key.title) and \(accuracyName):", verdict.relation.words, "(Spearman, n = \(verdict.count))"]),
      verdict.finding(key: key.title, prior: prior),
    ]
  }
}
