public import LinearAlgebra

/// How much more the directions of features cluster than random ones would: (s − e)/(N² − e), s = ‖X̃ᵀX̃‖²_F of the N
/// rows scaled to unit length, e = N + N(N − 1)/D that of random directions on average. 0 for random
/// directions, 1 where all rows point the same way.
///
/// Rows of zeros, and rows with NaN or infinity, have no direction and are skipped. It takes the D × D matrix whatever
/// N is: 8·D² bytes, and N·D² operations, where N < D that is D/N times those of the Gram matrix.
///
/// Source: Tsitsulin, Munkhoeva, Perozzi, *Unsupervised embedding quality evaluation*, 2023.
public struct SelfCluster: Sendable {
  private var moments: MomentsAccumulator
  private var directions: RowBlock

  /// No rows yet. Throws `orderTooLarge`.
  public init(featureCount: Int) throws(LinearAlgebraError) {
    moments = try MomentsAccumulator(featureCount: featureCount)
    directions = RowBlock(capacity: 0, columnCount: featureCount)
  }

  /// Bytes that this takes at its peak.
  public static func byteCount(featureCount: Int) -> Int {
    // What is too large for any matrix is refused as that.
    guard featureCount <= SymmetricMatrix.greatestOrder else { return 0 }
    let rows = 3 * RowBlock.recommendedRowCount(columnCount: featureCount)
    return MemoryLayout<Double>.size * featureCount * (featureCount + rows)
  }

  /// Adds the rows of a block.
  public mutating func add(_ block: borrowing RowBlock) {
    let columns = directions.columnCount
    precondition(block.columnCount == columns, "a block of \(block.columnCount) features among rows of \(columns)")
    if directions.capacity < block.rowCount {
      directions = RowBlock(capacity: block.rowCount, columnCount: columns)
    }
    var count = 0
    block.values.withUnsafeBufferPointer { values in
      directions.values.withUnsafeMutableBufferPointer { directions in
        for i in 0..<block.rowCount {
          let row = UnsafeBufferPointer(rebasing: values[i * columns..<(i + 1) * columns])
          let direction = UnsafeMutableBufferPointer(rebasing: directions[count * columns..<(count + 1) * columns])
          if Self.normalize(row, into: direction) { count += 1 }
        }
      }
    }
    directions.setRowCount(count)
    moments.add(directions)
  }

  /// The measure of all rows added; nil for fewer than two rows with a direction, and for one feature.
  public consuming func value() -> Double? {
    let count = Double(moments.sampleCount)
    let features = Double(directions.columnCount)
    guard count > 1, features > 1 else { return nil }
    let covariance = moments.covariance()
    guard let mean = covariance.mean else { return nil }
    let squaredNormOfMean = mean.reduce(0) { $0 + $1 * $1 }
    // ‖X̃ᵀX̃/N‖² with X̃ᵀX̃/N = Ĉ + μμᵀ.
    let s =
      covariance.matrix.frobeniusNormSquared + 2 * covariance.matrix.quadraticForm(mean)
      + squaredNormOfMean * squaredNormOfMean
    let e = (1 + (count - 1) / features) / count
    return (s - e) / (1 - e)
  }

  /// Writes a row divided by its length; false for a row that has no direction.
  private static func normalize(
    _ row: UnsafeBufferPointer<Double>, into direction: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    var greatest = 0.0
    for value in row {
      guard value.isFinite else { return false }
      greatest = max(greatest, abs(value))
    }
    guard greatest > 0 else { return false }
    // Relative to the largest, no square can leave the range of a double.
    var squares = 0.0
    for j in row.indices {
      direction[j] = row[j] / greatest
      squares += direction[j] * direction[j]
    }
    let length = squares.squareRoot()
    for j in row.indices { direction[j] /= length }
    return true
  }
}
