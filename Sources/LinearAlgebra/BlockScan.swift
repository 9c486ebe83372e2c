/// What has to be known about a block before it is added: which rows are usable, and how large their values are.
struct BlockScan {
  /// Rows without NaN and infinity, in their order.
  let finiteRows: [Int]
  /// Largest magnitude in those rows.
  let magnitude: Double

  init(_ block: borrowing RowBlock) {
    let columns = block.columnCount
    let signless = ~(UInt64(1) << 63)
    var rows: [Int] = []
    var greatest: UInt64 = 0
    rows.reserveCapacity(block.rowCount)
    block.values.withUnsafeBufferPointer { values in
      for i in 0..<block.rowCount {
        // Magnitudes of doubles order as their bit patterns do, with infinity and NaN above all others, and comparing
        // integers needs no branch per element.
        var rowGreatest: UInt64 = 0
        for j in (i * columns)..<((i + 1) * columns) {
          rowGreatest = max(rowGreatest, values[j].bitPattern & signless)
        }
        guard rowGreatest < Double.infinity.bitPattern else { continue }
        greatest = max(greatest, rowGreatest)
        rows.append(i)
      }
    }
    finiteRows = rows
    magnitude = Double(bitPattern: greatest)
  }
}
