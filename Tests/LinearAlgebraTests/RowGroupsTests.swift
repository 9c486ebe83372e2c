import Testing

@testable import LinearAlgebra

@Suite("Groups of rows")
struct RowGroupsTests {
  /// By `hashed` of `AnalysisEngineTests/Reference/make_reference.py`.
  @Test("Objects are dealt out in the order of SplitMix64's numbers, as numpy does")
  func reference() {
    #expect(RowGroups.hash(0) == 0xE220_A839_7B1D_CDAF)
    let twelve = RowGroups(5, ofRows: 12)
    #expect((0..<12).map { twelve[$0] } == [1, 1, 2, 1, 0, 3, 0, 4, 3, 4, 0, 2])
    let more = RowGroups(20, ofRows: 45)
    let expected = [
      19, 19, 2, 4, 14, 11, 11, 12, 3, 7, 1, 9, 0, 14, 13, 16, 10, 15, 2, 10, 6, 0, 16, 0, 6, 4, 13, 1, 18, 9, 5, 18, 2,
      5, 17, 8, 1, 15, 3, 17, 7, 3, 12, 8, 4,
    ]
    #expect((0..<45).map { more[$0] } == expected)
  }

  @Test("No group is empty, and none has two objects more than another", arguments: [1, 2, 19, 20, 21, 39, 400, 1001])
  func balanced(count: Int) {
    let groups = RowGroups(20, ofRows: count)
    #expect(groups.groupCount == min(20, count) && groups.objectCount == count)
    var sizes = [Int](repeating: 0, count: groups.groupCount)
    for row in 0..<count { sizes[groups[row]] += 1 }
    #expect(sizes.allSatisfy { $0 == count / groups.groupCount || $0 == count / groups.groupCount + 1 })
  }

  @Test("Twenty views of every image, one after another, do not fall into a group each")
  func noPattern() {
    let groups = RowGroups(20, ofRows: 8000)
    let first = (0..<400).map { groups[20 * $0] }
    #expect(Set(first).count == 20)
  }

  @Test("Rows of one object stay together, whether they follow one another or have an id", arguments: [1, 3])
  func objects(rowsPerItem: Int) {
    let views = RowGroups(20, ofRows: 103, rowsPerObject: 10)
    #expect(views.objectCount == 11 && views.groupCount == 11)
    let plain = RowGroups(20, ofRows: 11)
    #expect((0..<103).allSatisfy { views[$0] == plain[$0 / 10] })

    let ids = [7, -2, 7, 100, -2, 0, Int.min, 100, Int.max]
    let order = [3, 1, 3, 4, 1, 2, 0, 4, 5]
    let listed = RowGroups(20, ids: ids, rowsPerItem: rowsPerItem)
    let six = RowGroups(20, ofRows: 6)
    #expect(listed.objectCount == 6)
    #expect((0..<9 * rowsPerItem).allSatisfy { listed[$0] == six[order[$0 / rowsPerItem]] })
  }
}
