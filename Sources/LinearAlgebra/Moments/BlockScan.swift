/// What has to be known about the first block before it is added: which rows are usable, and how large their values
/// are.
struct BlockScan {
  /// Rows without NaN and infinity, in their order.
  private(set) var finiteRows: [Int] = []
  /// Largest magnitude in those rows.
  private(set) var magnitude = 0.0

  init(_ block: borrowing RowBlock) {
    let columns = block.columnCount
    finiteRows.reserveCapacity(block.rowCount)
    block.values.withUnsafeBufferPointer { values in
      for i in 0..<block.rowCount {
        let row = UnsafeBufferPointer(rebasing: values[i * columns..<(i + 1) * columns])
        guard let rowMagnitude = row.magnitudeIfFinite else { continue }
        magnitude = max(magnitude, rowMagnitude)
        finiteRows.append(i)
      }
    }
  }
}
