import Figures
import Goldilocks

/// What `correlate --json` prints.
struct CorrelateJSON: Encodable {
  struct Coefficient: Encodable {
    let r: Double
    let p: Double
    let interval: [Double]

    init(_ correlation: Correlation) {
      r = correlation.value
      p = correlation.pValue
      interval = [correlation.interval.lowerBound, correlation.interval.upperBound]
    }
  }

  struct Against: Encodable {
    let name: String
    let n: Int
    /// Rank correlations of x and of this with y.
    let spearmanX: Coefficient
    let spearman: Coefficient
    let z: Double
    let p: Double
    let words: String
  }

  let x: String
  let y: String
  let n: Int
  let selection: String
  let pearson: OrNull<Coefficient>
  let spearman: OrNull<Coefficient>
  let kendall: OrNull<Coefficient>
  let against: OrNull<Against>
  let by: OrNull<GroupedRelationJSON>

  init(
    x: String, y: String, n: Int, selection: String, _ correlations: [Correlation?], _ comparison: SignalComparison?,
    _ relation: GroupedRelation?
  ) {
    func found(_ coefficient: Correlation.Coefficient) -> OrNull<Coefficient> {
      OrNull(correlations.compactMap { $0 }.first { $0.coefficient == coefficient }.map(Coefficient.init))
    }
    (self.x, self.y, self.n, self.selection) = (x, y, n, selection)
    (pearson, spearman, kendall) = (found(.pearson), found(.spearman), found(.kendall))
    by = OrNull(relation.map(GroupedRelationJSON.init))
    against = OrNull(
      comparison.map { comparison in
        Against(
          name: comparison.second.name, n: comparison.test.first.count,
          spearmanX: Coefficient(comparison.test.first), spearman: Coefficient(comparison.test.second),
          z: comparison.test.z, p: comparison.test.pValue, words: comparison.finding.text)
      })
  }
}
