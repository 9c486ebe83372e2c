public import Analysis
public import Goldilocks

/// A quantity of models by the kind that they are of, such as effective rank by architecture.
///
/// Measures of features depend on N and D, whatever the models: only those of the commonest N × D are compared, and a warning counts the others.
public struct KindComparison: Sendable {
  public struct Kind: Sendable {
    public let name: String
    /// Places among ``models``.
    public let members: [Int]
    public let summary: GroupSummary
  }

  public let quantity: Quantity
  /// What kinds are told apart by.
  public let kind: Quantity
  /// Those that are compared, in the order of the records.
  public let models: [SweepModel]
  /// Theirs; finite.
  public let values: [Double]
  /// In natural order, or ascending.
  public let kinds: [Kind]
  /// Between kinds of two models and more: one says nothing about its kind. Nil where there are too few.
  public let difference: GroupDifference?
  /// Of all that are compared; nil where shapes do not matter.
  public let shape: MatchedShape?
  /// How many models of some kind have another shape.
  public let leftOutCount: Int
  let selection: ModelSelection

  /// What has to be the same for measures to be compared.
  public struct MatchedShape: Sendable, Hashable {
    /// N and D; nil for spectra that came without features.
    public let sampleCount, featureCount: Int?
  }

  /// Nil where no model has both.
  ///
  /// - Parameter kind: text, or a number; of a number with many values ranges are kinds.
  public init?(
    _ records: [AnalysisRecord], of quantity: Quantity, by kind: Quantity, selection: ModelSelection = .lastCheckpoints
  ) {
    let measured = records.sweepModels(selection, having: [quantity]).filter { model in
      model.value(of: quantity)?.isFinite == true && (kind.text(of: model) != nil || model.value(of: kind) != nil)
    }
    let shape = quantity.isMeasure ? measured.map(\.representative).commonestShape : nil
    let models = shape.map { shape in measured.filter { MatchedShape($0.representative) == shape } } ?? measured
    guard !models.isEmpty else { return nil }
    let values = models.map { $0.value(of: quantity) ?? .nan }
    let groups = Grouping(models.map(\.representative), by: kind, greatestCount: .max).groups.filter { !$0.isRest }
    kinds = groups.compactMap { group in
      GroupSummary(group.members.map { values[$0] }).map {
        Kind(name: group.title, members: group.members, summary: $0)
      }
    }
    difference = GroupDifference(kinds.filter { $0.summary.count > 1 }.map { $0.members.map { values[$0] } })
    (self.quantity, self.kind, self.models, self.values) = (quantity, kind, models, values)
    (self.shape, self.selection, leftOutCount) = (shape, selection, measured.count - models.count)
  }

}

extension [AnalysisRecord] {
  /// The N and D that most have; of equally common ones the largest. Nil without records.
  var commonestShape: KindComparison.MatchedShape? {
    let counts = Dictionary(map { (KindComparison.MatchedShape($0), 1) }, uniquingKeysWith: +)
    return counts.max { a, b in
      (a.value, a.key.sampleCount ?? 0, a.key.featureCount ?? 0)
        < (b.value, b.key.sampleCount ?? 0, b.key.featureCount ?? 0)
    }?.key
  }
}

extension KindComparison.MatchedShape {
  init(_ record: AnalysisRecord) {
    (sampleCount, featureCount) = (record.shape?.sampleCount, record.shape?.featureCount)
  }
}

extension KindComparison.MatchedShape: CustomStringConvertible {
  /// `512 × 128`.
  public var description: String { "\(sampleCount.map(String.init) ?? "?") × \(featureCount.map(String.init) ?? "?")" }
}

extension Quantity {
  fileprivate func text(of model: SweepModel) -> String? { text(of: model.representative) }
}
