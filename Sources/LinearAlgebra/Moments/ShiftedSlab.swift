/// All rows of some columns made ready for squaring: scaled by a power of two, and counted from a centre near the
/// columns' means. Holds the storage for that.
struct ShiftedSlab: Sendable {
  /// x − c of the usable rows and zeros in place of the others, N × width, row-major; the beginning counts.
  private(set) var values: [Double] = []
  /// c, a value for each column.
  private(set) var centre: [Double] = []

  /// Takes all rows of a slab, those that are not `usable` as zeros, in units of 1 / `factor`.
  ///
  /// - Parameter known: c, where it has been chosen before.
  mutating func take(_ slab: borrowing RowBlock, usable: [Bool], factor: Double, about known: [Double]? = nil) {
    let width = slab.columnCount
    let rowCount = slab.rowCount
    centre = known ?? Self.medians(of: slab, rows: usable.indices.filter { usable[$0] }).map { $0 * factor }
    if values.count < rowCount * width { values = [Double](repeating: 0, count: rowCount * width) }
    slab.values.withUnsafeBufferPointer { source in
      centre.withUnsafeBufferPointer { centre in
        values.withUnsafeMutableBufferPointer { values in
          for i in 0..<rowCount {
            let target = UnsafeMutableBufferPointer(rebasing: values[i * width..<(i + 1) * width])
            guard usable[i] else {
              target.update(repeating: 0)
              continue
            }
            let row = UnsafeBufferPointer(rebasing: source[i * width..<(i + 1) * width])
            for j in 0..<width { target[j] = row[j] * factor - centre[j] }
          }
        }
      }
    }
  }

  /// Medians of the columns over a few of the rows. Means would do as long as all rows stay; but one far away, left
  /// out later, would have shifted the others by more than they are worth.
  private static func medians(of slab: borrowing RowBlock, rows: [Int]) -> [Double] {
    let count = min(rows.count, 15)
    guard count > 0 else { return [Double](repeating: 0, count: slab.columnCount) }
    let sample = (0..<count).map { rows[$0 * rows.count / count] }
    var column = [Double](repeating: 0, count: count)
    var medians: [Double] = []
    medians.reserveCapacity(slab.columnCount)
    for j in 0..<slab.columnCount {
      for (k, row) in sample.enumerated() { column[k] = slab.values[row * slab.columnCount + j] }
      column.sort()
      medians.append(column[count / 2])
    }
    return medians
  }
}
