/// Rows made ready for squaring: scaled by a power of two, and counted from a shift near their mean, so that a large common
/// offset costs no precision. Holds the sums of first order that both accumulators need.
///
/// Source: Chan, Golub, LeVeque, *Algorithms for computing the sample variance*, 1983.
struct ShiftedRows: Sendable {
  /// D.
  let featureCount: Int
  /// Finite rows so far.
  private(set) var count = 0
  /// Rows left out because of a NaN or an infinity.
  var nonFiniteCount = 0
  /// Unit of everything below.
  private(set) var scaling = RowScaling(magnitude: 0)
  /// c, the mean of the first block (D values).
  private(set) var shift: [Double]
  /// Σ (x − c) over all rows (D values).
  private(set) var sum: [Double]
  /// The latest block's rows x − c: `blockCount` × D, row-major.
  private(set) var block: [Double] = []
  private(set) var blockCount = 0

  init(featureCount: Int) {
    self.featureCount = featureCount
    self.shift = [Double](repeating: 0, count: featureCount)
    self.sum = shift
  }

  /// Takes the finite rows of a block into `block`, `sum` and `count`. Returns the factor by which whoever accumulates
  /// squares of earlier rows has to multiply those, 1 unless the unit changed.
  mutating func take(_ rows: borrowing RowBlock) -> Double {
    precondition(
      rows.columnCount == featureCount, "a block of \(rows.columnCount) features among rows of \(featureCount)")
    let scan = BlockScan(rows)
    nonFiniteCount += rows.rowCount - scan.finiteRows.count
    blockCount = scan.finiteRows.count
    guard blockCount > 0 else { return 1 }

    var factorOfSquares = 1.0
    if count == 0 {
      scaling = RowScaling(magnitude: scan.magnitude)
      setShift(toMeanOf: rows, at: scan.finiteRows)
    } else if !scaling.holds(magnitude: scan.magnitude) {
      factorOfSquares = rescale(to: RowScaling(magnitude: scan.magnitude))
    }
    subtractShift(from: rows, at: scan.finiteRows)
    count += blockCount
    return factorOfSquares
  }

  /// Changes the unit of all sums; returns the factor for squares.
  mutating func rescale(to new: RowScaling) -> Double {
    let factor = Double(sign: .plus, exponent: scaling.exponent - new.exponent, significand: 1)
    for j in 0..<featureCount {
      shift[j] *= factor
      sum[j] *= factor
    }
    scaling = new
    return factor * factor
  }

  /// ‖μ‖² with μ = c + Σ(x − c)/n, in the unit of squares.
  var squaredNormOfMean: Double {
    guard count > 0 else { return 0 }
    let n = Double(count)
    return zip(shift, sum).reduce(0) { total, pair in
      let mean = pair.0 + pair.1 / n
      return total + mean * mean
    }
  }

  /// Takes over the rows that another accumulation has seen, in the same unit: the shift becomes the common mean. Neither is empty.
  mutating func merge(_ other: ShiftedRows) {
    let difference = differenceOfMeans(to: other)
    let weight = Double(other.count) / Double(count + other.count)
    for j in 0..<featureCount {
      shift[j] += sum[j] / Double(count) + difference[j] * weight
      sum[j] = 0
    }
    count += other.count
    nonFiniteCount += other.nonFiniteCount
  }

  /// δ = the other's mean − the own mean. Shifts are subtracted first: where they are close, that is exact. Neither is empty.
  func differenceOfMeans(to other: ShiftedRows) -> [Double] {
    (0..<featureCount).map { j in
      (other.shift[j] - shift[j]) + (other.sum[j] / Double(other.count) - sum[j] / Double(count))
    }
  }

  private mutating func setShift(toMeanOf rows: borrowing RowBlock, at indices: [Int]) {
    let factor = scaling.factor
    let columns = featureCount
    rows.values.withUnsafeBufferPointer { values in
      shift.withUnsafeMutableBufferPointer { shift in
        for i in indices {
          for j in 0..<columns { shift[j] += values[i * columns + j] * factor }
        }
        for j in 0..<columns { shift[j] /= Double(indices.count) }
      }
    }
  }

  private mutating func subtractShift(from rows: borrowing RowBlock, at indices: [Int]) {
    let factor = scaling.factor
    let columns = featureCount
    if block.count < indices.count * columns { block = [Double](repeating: 0, count: indices.count * columns) }
    rows.values.withUnsafeBufferPointer { values in
      block.withUnsafeMutableBufferPointer { block in
        shift.withUnsafeBufferPointer { shift in
          sum.withUnsafeMutableBufferPointer { sum in
            for (row, i) in indices.enumerated() {
              // Rows by themselves, so that no index is computed, and checked for overflow, for every element.
              let values = UnsafeBufferPointer(rebasing: values[i * columns..<(i + 1) * columns])
              let block = UnsafeMutableBufferPointer(rebasing: block[row * columns..<(row + 1) * columns])
              for j in 0..<columns {
                let y = values[j] * factor - shift[j]
                block[j] = y
                sum[j] += y
              }
            }
          }
        }
      }
    }
  }
}
