public import Analysis
public import Goldilocks

/// How two quantities of some models go together: in all of them, in each kind of them, and given the kind. What has no kind does not count.
public struct GroupedRelation: Sendable, Equatable {
  public let x, y: Quantity
  /// What kinds of models are told apart by.
  public let kind: Quantity
  /// Of the kinds.
  public let names: [String]
  public let pearson, spearman: GroupedCorrelation

  /// Nil where there are fewer than two kinds, or no correlation.
  ///
  /// - Parameter kind: text, or a number; of a number with many values ranges are kinds.
  public init?(_ models: [SweepModel], x: Quantity, y: Quantity, by kind: Quantity) {
    let measured = models.compactMap { model -> (x: Double, y: Double, record: AnalysisRecord)? in
      guard let a = model.value(of: x), let b = model.value(of: y), a.isFinite, b.isFinite else { return nil }
      return (a, b, model.representative)
    }
    let grouping = Grouping(measured.map(\.record), by: kind, greatestCount: .max)
    self.init(measured.map(\.x), measured.map(\.y), grouping, x: x, y: y, by: kind)
  }

  init?(_ xs: [Double], _ ys: [Double], _ grouping: Grouping, x: Quantity, y: Quantity, by kind: Quantity) {
    let kinds = grouping.groups.filter { !$0.isRest }
    let pairs = kinds.map { group in group.members.map { (x: xs[$0], y: ys[$0]) } }
    guard let pearson = GroupedCorrelation(.pearson, of: pairs), let spearman = GroupedCorrelation(.spearman, of: pairs)
    else { return nil }
    (self.x, self.y, self.kind, names) = (x, y, kind, kinds.map(\.title))
    (self.pearson, self.spearman) = (pearson, spearman)
  }

  /// n, of all kinds.
  public var count: Int { spearman.pooled.count }

  /// That the models of a kind say the opposite of all together; nil where they do not.
  public var paradox: Finding? {
    guard spearman.isReversed, let within = spearman.within else { return nil }
    let isRising = spearman.pooled.value > 0
    return Finding(
      [
        "Simpson's paradox:",
        "over all \(count) models \(y.title) is \(isRising ? "higher" : "lower") with more \(x.title)",
        "(ρ \(spearman.pooled.value.coefficientText)),", "given \(kind.title) it is \(isRising ? "lower" : "higher")",
        "(ρ \(within.value.coefficientText))",
      ], isWarning: true)
  }

  /// `given architecture (3 kinds): ρ −0.40 [−0.70, −0.01] p 0.041: moderate negative`, and each kind's own.
  public var findings: [Finding] {
    let given = spearman.within.map { within in
      Finding("given \(kind.title) (\(names.count) kinds, n = \(count)):", "ρ \(within.numbers):", within.words)
    }
    let each = zip(names, spearman.groups).enumerated().map { index, kind in
      let value = kind.1.correlation.map { "ρ \($0.value.coefficientText)" } ?? "no ρ"
      return "\(kind.0) \(value) (n = \(kind.1.count))" + (index + 1 < names.count ? "," : "")
    }
    return [given, Finding(["each:"] + each)].compactMap { $0 }
  }
}

extension Correlation {
  /// `+0.61 [+0.20, +0.84] p 0.006`.
  var numbers: String {
    "\(value.coefficientText) [\(interval.lowerBound.coefficientText), \(interval.upperBound.coefficientText)]"
      + " p \(ScatterFigure.probability(pValue))"
  }
}
