/// Which group every row of a matrix is in, of those that a jackknife leaves out one at a time.
///
/// Rows of one object stay together. Objects are dealt out in the order of a hash of their number, so that groups follow
/// no pattern of the rows, such as twenty views of every image one after another, and differ by one object at most.
/// Takes at most 24 bytes per row, in the end 5.
///
/// Source of the hash: Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, 2014 (SplitMix64).
public struct RowGroups: Sendable, Equatable {
  /// G: as many as were asked for, or as objects, if these are fewer.
  public let groupCount: Int
  /// Number of objects.
  public let objectCount: Int
  /// Of every object.
  private let groups: [UInt8]
  /// Of every item its object; nil where item i is object i.
  private let objects: [Int32]?
  private let rowsPerItem: Int

  /// Greatest number of groups.
  public static let greatestGroupCount = 256

  /// Of every m rows one object.
  ///
  /// - Parameters:
  ///   - groupCount: G, from 1 to `greatestGroupCount`.
  ///   - rowCount: N, all rows, usable or not.
  ///   - rowsPerObject: m, at least 1; the last object may have fewer.
  public init(_ groupCount: Int, ofRows rowCount: Int, rowsPerObject: Int = 1) {
    precondition(rowsPerObject > 0, "rows cannot be of no object")
    self.init(
      groupCount, objectCount: rowCount / rowsPerObject + (rowCount % rowsPerObject > 0 ? 1 : 0), objects: nil,
      rowsPerItem: rowsPerObject)
  }

  /// Of equal ids one object. Objects are numbered in the ascending order of their ids.
  ///
  /// - Parameters:
  ///   - groupCount: G, from 1 to `greatestGroupCount`.
  ///   - ids: of every item; at most 2³¹ − 1.
  ///   - rowsPerItem: rows that belong to an item, one after another.
  public init(_ groupCount: Int, ids: [Int], rowsPerItem: Int = 1) {
    precondition(rowsPerItem > 0 && ids.count <= Int32.max, "rows cannot be of no item")
    // By sorting, which takes less memory than a table.
    var known = ids.sorted()
    var count = 0
    for id in known where count == 0 || known[count - 1] != id {
      known[count] = id
      count += 1
    }
    known.removeLast(known.count - count)
    self.init(
      groupCount, objectCount: count, objects: ids.map { Int32(Self.place(of: $0, in: known)) },
      rowsPerItem: rowsPerItem)
  }

  /// Where a number stands among ascending ones, of which it is one.
  private static func place(of id: Int, in known: [Int]) -> Int {
    var (lower, upper) = (0, known.count)
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if known[middle] <= id { lower = middle } else { upper = middle }
    }
    return lower
  }

  private init(_ groupCount: Int, objectCount: Int, objects: [Int32]?, rowsPerItem: Int) {
    precondition((1...Self.greatestGroupCount).contains(groupCount), "\(groupCount) groups")
    self.groupCount = max(1, min(groupCount, objectCount))
    self.objectCount = objectCount
    self.objects = objects
    self.rowsPerItem = rowsPerItem
    // No two numbers have the same hash.
    let dealt = (0..<objectCount).sorted { Self.hash($0) < Self.hash($1) }
    var groups = [UInt8](repeating: 0, count: objectCount)
    for (place, object) in dealt.enumerated() { groups[object] = UInt8(place % self.groupCount) }
    self.groups = groups
  }

  /// The group of a row, from 0. Rows are counted from 0, unusable ones too.
  public subscript(row: Int) -> Int {
    let item = row / rowsPerItem
    return Int(groups[objects.map { Int($0[item]) } ?? item])
  }

  /// Bytes that it takes at most, while it is made; `Int.max` where that is too large.
  public static func byteCount(rowCount: Int) -> Int {
    let (bytes, isTooLarge) = rowCount.multipliedReportingOverflow(by: 24)
    return isTooLarge ? .max : bytes
  }

  /// SplitMix64's number for a seed, which is one to one.
  static func hash(_ object: Int) -> UInt64 {
    var z = UInt64(truncatingIfNeeded: object) &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
