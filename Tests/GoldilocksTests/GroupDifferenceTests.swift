import Goldilocks
import NumericalTesting
import Testing

@Suite("Differences between groups")
struct GroupDifferenceTests {
  @Test("The analysis of variance and the intervals of means are scipy's")
  func reference() throws {
    let cases = try GroupReference().variances
    #expect(cases.count == 4)
    for expected in cases {
      let found = try #require(GroupDifference(expected.groups))
      // Of numbers with a large common part scipy itself keeps fewer digits.
      let digits = expected.name == "far from zero" ? 1e-6 : 1e-9
      #expect(found.ratio.isClose(to: expected.ratio, relative: digits), "\(expected.name): \(found)")
      #expect(found.pValue.isClose(to: expected.p, relative: digits, scale: 1e-300), "\(expected.name): \(found)")
      #expect(found.share.isClose(to: expected.share, relative: digits), "\(expected.name): \(found)")
      #expect([found.numeratorFreedom, found.denominatorFreedom] == expected.freedom)
      for (group, ends) in zip(expected.groups, expected.intervals) {
        let interval = try #require(GroupSummary(group)?.meanInterval)
        #expect(interval.lowerBound.isClose(to: ends[0], relative: digits), "\(expected.name)")
        #expect(interval.upperBound.isClose(to: ends[1], relative: digits), "\(expected.name)")
      }
    }
  }

  @Test("Two groups differ as their plain correlation with the group says")
  func twoGroups() throws {
    let (a, b) = ([1.0, 2, 4, 8], [3.0, 9, 7])
    let labels = a.map { _ in 0.0 } + b.map { _ in 1.0 }
    let correlation = try #require(Correlation(.pearson, of: labels, with: a + b))
    let found = try #require(GroupDifference([a, b]))
    #expect(found.pValue.isClose(to: correlation.pValue, relative: 1e-12))
    #expect(found.share.isClose(to: correlation.value * correlation.value, relative: 1e-12))
  }

  @Test(
    "What does not differ, or only by groups of one, has no analysis; what differs between groups alone has no chance")
  func extremes() throws {
    #expect(GroupDifference([[1, 2, 3]]) == nil && GroupDifference([[1], [2], [3]]) == nil)
    #expect(GroupDifference([[1, 1], [1, 1]]) == nil && GroupDifference([[1, .nan], [2, 3]]) == nil)
    let apart = try #require(GroupDifference([[1, 1], [2, 2]]))
    #expect(apart.pValue == 0 && apart.share == 1 && apart.ratio == .infinity && apart.isClear)
    #expect(GroupDifference([[1, 2], []]) == nil, "an empty group is none")
  }
}
