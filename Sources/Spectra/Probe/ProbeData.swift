import LinearAlgebra

/// Some rows of a source, each of a class: what a probe is trained on, or tested on.
struct ProbeData {
  let source: any FeatureRows
  /// Ascending indices of rows.
  private let rows: [Int]
  /// The class of each.
  private let classes: [Int]
  let classCount: Int

  /// - Parameters:
  ///   - rows: in any order.
  ///   - classesOfAll: the class of every row of the source.
  init(_ source: any FeatureRows, rows: some Sequence<Int>, classesOfAll: [Int], classCount: Int) {
    self.source = source
    self.rows = rows.sorted()
    self.classCount = classCount
    classes = self.rows.map { classesOfAll[$0] }
  }

  var rowCount: Int { rows.count }

  /// Hands out the rows whose features are all finite, in batches of one size, with their classes.
  ///
  /// - Throws: what the source or `body` throws, and `CancellationError` within one block of the task's cancellation.
  func forEachBatch(_ body: (borrowing RowBlock, [Int]) throws -> Void) throws {
    let columns = source.featureCount
    let capacity = max(1, min(rows.count, RowBlock.recommendedRowCount(columnCount: columns)))
    var batch = RowBlock(capacity: capacity, columnCount: columns)
    var classesOfBatch: [Int] = []
    var next = 0
    var first = 0
    try source.forEachBlock { block in
      try Task.checkCancellation()
      while next < rows.count, rows[next] < first + block.rowCount {
        let row = rows[next] - first
        next += 1
        guard block.isFinite(row: row) else { continue }
        batch.append(row, of: block)
        classesOfBatch.append(classes[next - 1])
        guard batch.rowCount == capacity else { continue }
        try body(batch, classesOfBatch)
        batch.setRowCount(0)
        classesOfBatch.removeAll(keepingCapacity: true)
      }
      first += block.rowCount
    }
    if batch.rowCount > 0 { try body(batch, classesOfBatch) }
  }
}
