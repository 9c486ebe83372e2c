import Goldilocks
import NumericalTesting
import Testing

@Suite("Correlations of models in groups")
struct GroupedCorrelationTests {
  @Test(
    "Pooled, in each group and given the group they are scipy's",
    arguments: [Correlation.Coefficient.pearson, .spearman])
  func reference(coefficient: Correlation.Coefficient) throws {
    let cases = try GroupReference().pairs
    #expect(cases.count == 8)
    for pairs in cases {
      let expected = coefficient == .pearson ? pairs.pearson : pairs.spearman
      let found = try #require(pairs.found(coefficient))
      #expect(agree(found.pooled, expected.pooled), "\(pairs.name)")
      #expect(agree(found.within, expected.within), "\(pairs.name): \(String(describing: found.within))")
      #expect(found.groups.map(\.count) == pairs.groups.map(\.x.count))
      for (group, expected) in zip(found.groups, expected.groups) {
        #expect(agree(group.correlation, expected), "\(pairs.name)")
      }
    }
  }

  private func agree(_ found: Correlation?, _ expected: Reference.Coefficient?) -> Bool {
    guard let found, let expected else { return found == nil && expected == nil }
    return found.value.isClose(to: expected.value, relative: 1e-10, scale: 1e-3)
      && found.pValue.isClose(to: expected.p, relative: 1e-9, scale: 1e-60)
      && found.interval.lowerBound.isClose(to: expected.interval[0], relative: 1e-10, scale: 1)
      && found.interval.upperBound.isClose(to: expected.interval[1], relative: 1e-10, scale: 1)
  }

  @Test("Opposite signs of all together and within, neither by chance, are a reversal, and nothing else is")
  func reversal() throws {
    var names: [String] = []
    for pairs in try GroupReference().pairs {
      let found = try #require(pairs.found(.spearman))
      let (pooled, within) = (pairs.spearman.pooled.interval, pairs.spearman.within.interval)
      let isExpected = pooled[0] > 0 && within[1] < 0 || pooled[1] < 0 && within[0] > 0
      #expect(found.isReversed == isExpected, "\(pairs.name)")
      if isExpected { names.append(pairs.name) }
    }
    #expect(names == ["opposite signs between groups and within", "ties", "groups of one and two"])
  }

  @Test("By hand: three groups that fall, each higher than the one before")
  func byHand() throws {
    let groups = [0.0, 10, 20].map { step in [0.0, 1, 2].map { (x: step + $0, y: step - $0) } }
    let found = try #require(GroupedCorrelation(.pearson, of: groups))
    #expect(found.groups.allSatisfy { $0.correlation?.value == -1 } && found.within?.value == -1)
    // Σ of products is 3·(100 + 0 + 100) − 6, of both squares 3·(100 + 0 + 100) + 6.
    #expect(found.pooled.value.isClose(to: 594 / 606, relative: 1e-14) && found.isReversed)
  }

  @Test("One group, equal numbers within groups, or too few for the groups have nothing given the group")
  func nothing() throws {
    #expect(GroupedCorrelation(.spearman, of: [[(1, 2), (2, 3), (3, 1)]]) == nil)
    #expect(GroupedCorrelation(.kendall, of: [[(1, 2), (2, 3)], [(3, 1), (4, 4)]]) == nil)
    let constant = [[(x: 0.1, y: 1.0), (0.1, 2), (0.1, 3)], [(0.2, 2), (0.2, 3), (0.2, 4)]]
    #expect(try #require(GroupedCorrelation(.pearson, of: constant)).within == nil)
    let pairs = [[(x: 1.0, y: 1.0), (2, 3)], [(3, 5)]]
    #expect(try #require(GroupedCorrelation(.pearson, of: pairs)).within == nil)
  }
}
