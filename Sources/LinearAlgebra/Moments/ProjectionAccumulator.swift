import COpenBLAS

/// Sums of the squared projections of rows onto given directions, zᵢₖ² = (vₖ·(xᵢ − μ))², by group: what the
/// infinitesimal jackknife needs of a second pass over the rows.
///
/// Rows are counted as they are added, those with NaN or infinity too; `RowGroups` says which group each belongs to, as
/// in `GroupedMoments`.
public struct ProjectionAccumulator: Sendable {
  /// G.
  public var groupCount: Int { groups.groupCount }
  /// K.
  public let directionCount: Int
  /// Σ zᵢₖ² of every group, G × K, row-major, in units of 2^`exponent`.
  public private(set) var sums: [Double]
  /// Rows of every group that entered.
  public private(set) var counts: [Int]
  /// Binary exponent of the unit of squares.
  public let exponent: Int

  private let directions: [Double]
  private let mean: [Double]
  private var rowCount = 0
  private let groups: RowGroups
  private var shifted: [Double] = []
  private var projections: [Double] = []

  /// No rows yet.
  ///
  /// - Parameters:
  ///   - groups: of all rows that are going to be added.
  ///   - directions: K vectors of D values, row-major: rows of `eigenvectors()`.
  ///   - mean: μ, D values in units of 2^(`exponent` / 2); zeros for moments about the origin.
  ///   - exponent: of the second moments that directions and mean are of.
  public init(_ groups: RowGroups, directions: [Double], mean: [Double], exponent: Int) {
    precondition(!mean.isEmpty && directions.count % mean.count == 0, "directions of another length")
    self.groups = groups
    self.directions = directions
    self.mean = mean
    self.exponent = exponent
    directionCount = directions.count / mean.count
    sums = [Double](repeating: 0, count: groups.groupCount * directionCount)
    counts = [Int](repeating: 0, count: groups.groupCount)
  }

  /// Adds the rows of a block whose values are all finite.
  public mutating func add(_ block: borrowing RowBlock) {
    let rows = BlockScan(block).finiteRows
    subtractMean(from: block, at: rows)
    multiply(rowCount: rows.count)
    let k = directionCount
    projections.withUnsafeBufferPointer { projections in
      sums.withUnsafeMutableBufferPointer { sums in
        for (position, row) in rows.enumerated() {
          let group = groups[rowCount + row]
          for j in 0..<k {
            let z = projections[position * k + j]
            sums[group * k + j] += z * z
          }
        }
      }
    }
    for row in rows { counts[groups[rowCount + row]] += 1 }
    rowCount += block.rowCount
  }

  private mutating func subtractMean(from block: borrowing RowBlock, at rows: [Int]) {
    let d = mean.count
    precondition(block.columnCount == d, "a block of \(block.columnCount) features among rows of \(d)")
    let factor = Double(sign: .plus, exponent: -exponent / 2, significand: 1)
    if shifted.count < rows.count * d { shifted = [Double](repeating: 0, count: rows.count * d) }
    shifted.withUnsafeMutableBufferPointer { shifted in
      mean.withUnsafeBufferPointer { mean in
        block.values.withUnsafeBufferPointer { values in
          for (position, row) in rows.enumerated() {
            for j in 0..<d { shifted[position * d + j] = values[row * d + j] * factor - mean[j] }
          }
        }
      }
    }
  }

  private mutating func multiply(rowCount n: Int) {
    let (k, d) = (directionCount, mean.count)
    guard n > 0, k > 0 else { return }
    if projections.count < n * k { projections = [Double](repeating: 0, count: n * k) }
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, Int32(n), Int32(k), Int32(d), 1, shifted, Int32(d), directions, Int32(d),
      0,
      &projections, Int32(k))
  }
}
