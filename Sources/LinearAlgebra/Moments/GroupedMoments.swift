/// Moments of rows of D features in G groups, so that any union of groups has its covariance without the rows being
/// read again: for the delete-one-group jackknife, and for the spectrum at fewer rows.
///
/// Rows are counted as they are added, those with NaN or infinity too; `RowGroups` says which group each belongs to.
/// Memory is 8·G·D² bytes.
public struct GroupedMoments: Sendable {
  /// G.
  public var groupCount: Int { rowGroups.groupCount }
  private let rowGroups: RowGroups
  private var groups: [MomentsAccumulator]
  /// Rows of each group that wait until they are enough for a product.
  private var pending: [RowBlock]
  private var rowCount = 0

  /// No rows yet.
  ///
  /// - Parameters:
  ///   - rowGroups: of all rows that are going to be added.
  ///   - featureCount: D.
  ///   - memoryLimit: bytes that all groups, and what leaving one out takes beside them, may take.
  /// - Throws: `tooMuchMemory` before any is taken, `orderTooLarge`.
  public init(
    _ rowGroups: RowGroups, featureCount: Int, memoryLimit: Int = .max
  ) throws(LinearAlgebraError) {
    let groupCount = rowGroups.groupCount
    let needed = Self.byteCount(groupCount: groupCount, featureCount: featureCount)
    guard needed <= memoryLimit else { throw .tooMuchMemory(needed: needed, limit: memoryLimit) }
    let empty = try MomentsAccumulator(featureCount: featureCount)
    let capacity = Self.pendingRowCount(groupCount: groupCount, featureCount: featureCount)
    self.rowGroups = rowGroups
    groups = Array(repeating: empty, count: groupCount)
    pending = (0..<groupCount).map { _ in RowBlock(capacity: capacity, columnCount: featureCount) }
  }

  /// Adds rows, each to its group; those with NaN or infinity are counted only.
  public mutating func add(_ block: borrowing RowBlock) {
    for row in 0..<block.rowCount {
      let group = rowGroups[rowCount + row]
      pending[group].append(row, of: block)
      if pending[group].rowCount == pending[group].capacity { addPending(of: group) }
    }
    rowCount += block.rowCount
  }

  /// Calls `body` once per group, in ascending order, with its index and the moments of all rows outside of it.
  ///
  /// Half of the groups are merged at a time, never one subtracted from all: a group of large values would take the
  /// digits of the others with it.
  public mutating func forEachLeaveOneOut<Failure: Error>(
    _ body: (_ group: Int, _ moments: consuming SecondMoments) throws(Failure) -> Void
  ) throws(Failure) {
    for group in 0..<groupCount { addPending(of: group) }
    try leaveOneOut(of: 0..<groupCount, outside: nil, body)
  }

  /// The moments of the rows of the first m groups.
  public mutating func prefix(_ m: Int) -> SecondMoments {
    precondition((1...groupCount).contains(m), "\(m) of \(groupCount) groups")
    for group in 0..<m { addPending(of: group) }
    var merged = groups[0]
    for group in 1..<max(1, m) { merged.merge(groups[group]) }
    return merged.covariance()
  }

  /// Bytes that everything here takes at its peak; `Int.max` where D is too large.
  public static func byteCount(groupCount: Int, featureCount: Int) -> Int {
    guard featureCount <= SymmetricMatrix.greatestOrder else { return .max }
    // Those outside of the halves, one per halving, and one that is being solved.
    var halvings = 0
    while 1 << halvings < groupCount { halvings += 1 }
    let matrices = groupCount + halvings + 1
    // Waiting rows, and one group of them, shifted.
    let rows = (groupCount + 1) * pendingRowCount(groupCount: groupCount, featureCount: featureCount)
    return MemoryLayout<Double>.size * featureCount * (matrices * featureCount + rows)
  }

  /// Rows of a group that wait: together at most 32 MiB, but no fewer than make a product worth it, and no more than
  /// make it fast.
  private static func pendingRowCount(groupCount: Int, featureCount: Int) -> Int {
    let together = (32 << 20) / (MemoryLayout<Double>.size * max(1, featureCount) * groupCount)
    return min(128, max(32, together))
  }

  private mutating func addPending(of group: Int) {
    guard pending[group].rowCount > 0 else { return }
    groups[group].add(pending[group])
    pending[group].setRowCount(0)
  }

  private func leaveOneOut<Failure: Error>(
    of inside: Range<Int>, outside: MomentsAccumulator?,
    _ body: (Int, consuming SecondMoments) throws(Failure) -> Void
  ) throws(Failure) {
    guard inside.count > 1 else {
      try body(inside.lowerBound, (outside ?? groups[0].emptied).covariance())
      return
    }
    let middle = inside.lowerBound + inside.count / 2
    let lower = inside.lowerBound..<middle
    let upper = middle..<inside.upperBound
    try leaveOneOut(of: lower, outside: merging(upper, into: outside), body)
    try leaveOneOut(of: upper, outside: merging(lower, into: outside), body)
  }

  private func merging(_ range: Range<Int>, into moments: MomentsAccumulator?) -> MomentsAccumulator {
    var merged = moments ?? groups[range.lowerBound]
    for group in range.dropFirst(moments == nil ? 1 : 0) { merged.merge(groups[group]) }
    return merged
  }
}
