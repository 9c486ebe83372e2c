import Goldilocks
import NumericalTesting
import Testing

@Suite("Groups of models")
struct GroupTests {
  @Test("Means and sample deviations are numpy's")
  func summaries() throws {
    for group in try Reference().groups {
      let found = try #require(GroupSummary(group.values))
      #expect(found.count == group.values.count && found.mean.isClose(to: group.mean, relative: 1e-14))
      #expect(try #require(found.standardDeviation).isClose(to: group.deviation, relative: 1e-12))
    }
  }

  @Test("One value has no deviation, equal ones none to see, and none no mean")
  func fewValues() {
    #expect(GroupSummary([0.1])?.mean == 0.1 && GroupSummary([0.1])?.standardDeviation == nil)
    #expect(GroupSummary([0.1, 0.1, 0.1])?.mean == 0.1 && GroupSummary([0.1, 0.1, 0.1])?.standardDeviation == 0)
    #expect(GroupSummary([]) == nil && GroupSummary([1, .nan]) == nil && GroupSummary([1, .infinity]) == nil)
  }

  @Test("Mean ranks are scipy's, with ties and with scores that are missing")
  func meanRanks() throws {
    let reference = try Reference()
    let found = MeanRank.ofModels(reference.scores)
    #expect(found.count == reference.meanRanks.count && found[3] == nil)
    for (rank, expected) in zip(found, reference.meanRanks) {
      #expect((rank == nil) == (expected == nil))
      if let rank, let expected { #expect(rank.isClose(to: expected, relative: 1e-14)) }
    }
  }

  @Test("The best of all metrics has rank 1, equals share, and who lacks a metric is not ranked and takes no rank away")
  func ranks() {
    #expect(MeanRank.ofModels([[90, 80], [70, 80], [80, 60]]) == [1.25, 2.25, 2.5])
    #expect(MeanRank.ofModels([[90], [70, 80], [.nan, 60], [60, 70], [nil, 90]]) == [nil, 1, nil, 2, nil])
    #expect(MeanRank.ofModels([]) == [] && MeanRank.ofModels([[], []]) == [nil, nil])
  }
}
