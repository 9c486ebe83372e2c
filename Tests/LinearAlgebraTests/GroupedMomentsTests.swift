import LinearAlgebra
import NumericalTesting
import Testing

@Suite("Moments in groups")
struct GroupedMomentsTests {
  /// More rows than wait for a product, in blocks that end anywhere; one group far away, and a row that does not count.
  private static let rows: [[Double]] = {
    var generator = SeededGenerator(seed: 41)
    var rows = generator.powerLawRows(700, features: 6, mean: 4)
    for i in stride(from: 3, to: 700, by: 7) { rows[i] = rows[i].map { $0 + 1e8 } }
    rows[10][2] = .nan
    return rows
  }()

  @Test("Leaving one group out gives what the others give from scratch", arguments: [1, 2, 7, 20], [1, 45, 700])
  func leaveOneOut(groupCount: Int, blockRows: Int) throws {
    var grouped = try grouped(groupCount, blockRows: blockRows)
    var seen: [Int] = []
    try grouped.forEachLeaveOneOut { (group, moments) throws in
      seen.append(group)
      let groups = RowGroups(groupCount, ofRows: Self.rows.count)
      let others = Self.rows.enumerated().filter { groups[$0.offset] != group }.map(\.element)
      try expectSame(moments, others)
    }
    #expect(seen == Array(0..<groupCount))
  }

  @Test("The first groups give what their rows give from scratch", arguments: [1, 2, 3, 7])
  func prefix(count: Int) throws {
    var grouped = try grouped(7, blockRows: 45)
    let groups = RowGroups(7, ofRows: Self.rows.count)
    try expectSame(grouped.prefix(count), Self.rows.enumerated().filter { groups[$0.offset] < count }.map(\.element))
  }

  @Test("Of fewer rows than groups every row is one")
  func moreGroupsThanRows() throws {
    var grouped = try GroupedMoments(RowGroups(5, ofRows: 3), featureCount: 2)
    let rows: [[Double]] = [[1, 2], [4, 3], [2, 2]]
    grouped.add(RowBlock(rows: rows))
    var counts: [Int] = []
    grouped.forEachLeaveOneOut { _, moments in counts.append(moments.sampleCount) }
    #expect(counts == [2, 2, 2])
  }

  @Test("What does not fit is refused before it is taken")
  func memory() throws {
    let needed = GroupedMoments.byteCount(groupCount: 20, featureCount: 20_000)
    #expect(needed > 20 * 8 * 20_000 * 20_000)
    #expect(throws: LinearAlgebraError.tooMuchMemory(needed: needed, limit: 1 << 30)) {
      try GroupedMoments(RowGroups(20, ofRows: 100), featureCount: 20_000, memoryLimit: 1 << 30)
    }
    #expect(GroupedMoments.byteCount(groupCount: 2, featureCount: 50_000) == .max)
  }

  private func grouped(_ groupCount: Int, blockRows: Int) throws -> GroupedMoments {
    var grouped = try GroupedMoments(RowGroups(groupCount, ofRows: Self.rows.count), featureCount: 6)
    for start in stride(from: 0, to: Self.rows.count, by: blockRows) {
      grouped.add(RowBlock(rows: Array(Self.rows[start..<min(start + blockRows, Self.rows.count)])))
    }
    return grouped
  }

  private func expectSame(_ moments: consuming SecondMoments, _ rows: [[Double]]) throws {
    var scratch = try MomentsAccumulator(featureCount: 6)
    if !rows.isEmpty { scratch.add(RowBlock(rows: rows)) }
    let expected = scratch.covariance()
    #expect(moments.sampleCount == expected.sampleCount)
    #expect(moments.nonFiniteRowCount == expected.nonFiniteRowCount)
    #expect(moments.meanSquares.isClose(to: expected.meanSquares, relative: 1e-12))
    let scale = expected.matrix.trace
    for i in 0..<6 {
      for j in i..<6 {
        #expect(moments.matrix[i, j].isClose(to: expected.matrix[i, j], relative: 1e-12, scale: scale))
      }
    }
  }
}
