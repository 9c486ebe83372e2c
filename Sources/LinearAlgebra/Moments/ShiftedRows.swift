/// Rows made ready for squaring: scaled by a power of two, and counted from a shift near their mean, so that a large
/// common offset costs no precision. Holds the sums of first order of all rows.
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
  private(set) var scaling: RowScaling
  /// c, the mean of the first block (D values).
  private(set) var shift: [Double]
  /// Σ (x − c) over all rows (D values).
  private(set) var sum: [Double]

  init(featureCount: Int, range: ClosedRange<Int> = RowScaling.squaresOfDoubles) {
    self.featureCount = featureCount
    self.scaling = RowScaling(magnitude: 0, range: range)
    self.shift = [Double](repeating: 0, count: featureCount)
    self.sum = shift
  }

  /// What `count` rows before came to: D values each.
  init(count: Int, nonFiniteCount: Int, scaling: RowScaling, shift: [Double], sum: [Double]) {
    featureCount = shift.count
    self.count = count
    self.nonFiniteCount = nonFiniteCount
    self.scaling = scaling
    self.shift = shift
    self.sum = sum
  }

  /// Takes the finite rows of a block into `sum` and `count`, and leaves them, as x − c, at the start of `shifted`.
  ///
  /// - Returns: how many they are, and the factor by which whoever accumulates squares of earlier rows has to
  ///   multiply those, 1 unless the unit changed.
  mutating func take<Element: BinaryFloatingPoint>(
    _ rows: borrowing RowBlock, into shifted: inout [Element]
  ) -> (count: Int, factorOfSquares: Double) {
    precondition(
      rows.columnCount == featureCount, "a block of \(rows.columnCount) features among rows of \(featureCount)")
    if count == 0 { begin(with: rows) }
    let columns = featureCount
    if shifted.count < rows.rowCount * columns { shifted = [Element](repeating: 0, count: rows.rowCount * columns) }

    var taken = 0
    var factorOfSquares = 1.0
    // Row by row, so that a row is still in the cache when it is read for the second time.
    rows.values.withUnsafeBufferPointer { values in
      for i in 0..<rows.rowCount {
        let row = UnsafeBufferPointer(rebasing: values[i * columns..<(i + 1) * columns])
        guard let magnitude = row.magnitudeIfFinite(cheaplyIfHeldBy: scaling) else {
          nonFiniteCount += 1
          continue
        }
        if !scaling.holds(magnitude: magnitude) {
          let factor = rescale(to: RowScaling(magnitude: magnitude, range: scaling.range))
          for k in 0..<(taken * columns) { shifted[k] *= Element(factor) }
          factorOfSquares *= factor * factor
        }
        subtractShift(from: row, into: &shifted, row: taken)
        taken += 1
      }
    }
    count += taken
    return (taken, factorOfSquares)
  }

  /// Changes the unit of all sums; returns the factor for what is linear in the features.
  mutating func rescale(to new: RowScaling) -> Double {
    let factor = Double(sign: .plus, exponent: scaling.exponent - new.exponent, significand: 1)
    for j in 0..<featureCount {
      shift[j] *= factor
      sum[j] *= factor
    }
    scaling = new
    return factor
  }

  /// μ = c + Σ(x − c)/n, 0 without rows (D values).
  var mean: [Double] {
    guard count > 0 else { return shift }
    let n = Double(count)
    return zip(shift, sum).map { $0 + $1 / n }
  }

  /// Takes over the rows that another accumulation has seen, in the same unit: the shift becomes the common mean.
  /// Neither is empty.
  mutating func merge(_ other: ShiftedRows, inUnit factor: Double = 1) {
    let difference = differenceOfMeans(to: other, inUnit: factor)
    let weight = Double(other.count) / Double(count + other.count)
    for j in 0..<featureCount {
      shift[j] += sum[j] / Double(count) + difference[j] * weight
      sum[j] = 0
    }
    count += other.count
    nonFiniteCount += other.nonFiniteCount
  }

  /// δ = the other's mean · `factor` − the own mean. Shifts are subtracted first: where they are close, that is
  /// exact. Neither is empty.
  func differenceOfMeans(to other: ShiftedRows, inUnit factor: Double = 1) -> [Double] {
    (0..<featureCount).map { j in
      (other.shift[j] * factor - shift[j]) + (other.sum[j] * factor / Double(other.count) - sum[j] / Double(count))
    }
  }

  /// Sets unit and shift by the first rows.
  private mutating func begin(with rows: borrowing RowBlock) {
    let scan = BlockScan(rows)
    guard let first = scan.finiteRows.first else { return }
    scaling = RowScaling(magnitude: scan.magnitude, range: scaling.range)
    let factor = scaling.factor
    let columns = featureCount
    rows.values.withUnsafeBufferPointer { values in
      shift.withUnsafeMutableBufferPointer { shift in
        // Counted from the first row, so that of features which are constant it is their value exactly, and what is left of them
        // is 0: sums of 0.1 are rounded, and their residues would look like variance.
        for i in scan.finiteRows.dropFirst() {
          for j in 0..<columns {
            shift[j] += values[i * columns + j] * factor - values[first * columns + j] * factor
          }
        }
        for j in 0..<columns {
          shift[j] = values[first * columns + j] * factor + shift[j] / Double(scan.finiteRows.count)
        }
      }
    }
  }

  private mutating func subtractShift<Element: BinaryFloatingPoint>(
    from values: UnsafeBufferPointer<Double>, into shifted: inout [Element], row: Int
  ) {
    let factor = scaling.factor
    let columns = featureCount
    shifted.withUnsafeMutableBufferPointer { shifted in
      let target = UnsafeMutableBufferPointer(rebasing: shifted[row * columns..<(row + 1) * columns])
      shift.withUnsafeBufferPointer { shift in
        sum.withUnsafeMutableBufferPointer { sum in
          for j in 0..<columns {
            let y = values[j] * factor - shift[j]
            target[j] = Element(y)
            sum[j] += y
          }
        }
      }
    }
  }
}
