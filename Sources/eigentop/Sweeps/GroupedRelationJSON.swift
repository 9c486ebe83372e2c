import Figures
import Goldilocks

/// What `correlate --by` adds: the correlation in all models of some kind, in each kind, and given the kind.
struct GroupedRelationJSON: Encodable {
  struct Group: Encodable {
    let group: String
    let n: Int
    let pearson: OrNull<CorrelateJSON.Coefficient>
    let spearman: OrNull<CorrelateJSON.Coefficient>
  }

  struct Coefficients: Encodable {
    let pearson: OrNull<CorrelateJSON.Coefficient>
    let spearman: OrNull<CorrelateJSON.Coefficient>

    init(_ pearson: Correlation?, _ spearman: Correlation?) {
      self.pearson = OrNull(pearson.map(CorrelateJSON.Coefficient.init))
      self.spearman = OrNull(spearman.map(CorrelateJSON.Coefficient.init))
    }
  }

  let name: String
  let n: Int
  let pooled: Coefficients
  let groups: [Group]
  let within: Coefficients
  /// Whether the rank correlations pooled and within have opposite signs, neither by chance.
  let reversed: Bool
  let words: [String]

  init(_ relation: GroupedRelation) {
    name = relation.kind.name
    n = relation.count
    pooled = Coefficients(relation.pearson.pooled, relation.spearman.pooled)
    groups = relation.names.indices.map { index in
      let (pearson, spearman) = (relation.pearson.groups[index], relation.spearman.groups[index])
      let coefficients = Coefficients(pearson.correlation, spearman.correlation)
      return Group(
        group: relation.names[index], n: spearman.count, pearson: coefficients.pearson, spearman: coefficients.spearman)
    }
    within = Coefficients(relation.pearson.within, relation.spearman.within)
    reversed = relation.spearman.isReversed
    words = ([relation.paradox].compactMap { $0 } + relation.findings).map(\.text)
  }
}
