import COpenBLAS

/// First and second moments of rows of D features, added block by block, for N ≥ D. Memory is 8·D² bytes, whatever N
/// (half as much again in single precision).
///
/// Sums are kept about a shift close to the mean (`ShiftedRows`). Two accumulators over different rows merge exactly,
/// in any order, so that shards, blocks and appended rows can be combined.
///
/// Source: Chan, Golub, LeVeque, *Algorithms for computing the sample variance*, 1983.
public struct MomentsAccumulator: Sendable {
  private(set) var rows: ShiftedRows
  /// Σ (x − c)(x − c)ᵀ.
  private(set) var products: SymmetricMatrix
  private var multiplier: BlockMultiplier

  /// No rows yet. Throws `orderTooLarge`.
  public init(featureCount: Int, precision: AccumulationPrecision = .float64) throws(LinearAlgebraError) {
    let range = precision == .float32 ? RowScaling.squaresOfFloats : RowScaling.squaresOfDoubles
    rows = ShiftedRows(featureCount: featureCount, range: range)
    products = try SymmetricMatrix(order: featureCount)
    multiplier = BlockMultiplier(precision)
  }

  /// What rows before came to; of as many features as `products` has rows.
  init(rows: ShiftedRows, products: SymmetricMatrix, precision: AccumulationPrecision) {
    self.rows = rows
    self.products = products
    multiplier = BlockMultiplier(precision)
  }

  /// What rows are multiplied in.
  public var precision: AccumulationPrecision { multiplier.precision }

  /// Lets go of the storage that multiplying rows takes, until rows are added again.
  mutating func releaseScratch() { multiplier = BlockMultiplier(precision) }

  /// Rows without NaN and infinity that have been added.
  public var sampleCount: Int { rows.count }

  /// Adds the rows of a block whose values are all finite, and counts the others. Fastest with blocks of some 512
  /// rows (1,024 in single precision).
  public mutating func add(_ block: borrowing RowBlock) {
    multiplier.add(block, to: &products, through: &rows)
  }

  /// Adds all rows that another accumulator of equally many features has seen.
  public mutating func merge(_ other: borrowing MomentsAccumulator) {
    precondition(rows.featureCount == other.rows.featureCount, "moments of different numbers of features")
    guard other.sampleCount > 0, sampleCount > 0 else {
      // The empty one's shift and unit mean nothing.
      let nonFiniteCount = rows.nonFiniteCount + other.rows.nonFiniteCount
      if sampleCount == 0 { self = copy other }
      rows.nonFiniteCount = nonFiniteCount
      return
    }
    if other.rows.scaling.exponent > rows.scaling.exponent {
      let factor = rows.rescale(to: other.rows.scaling)
      products.scale(by: factor * factor)
    }
    let factor = Double(
      sign: .plus, exponent: other.rows.scaling.exponent - rows.scaling.exponent, significand: 1)
    let own = Double(sampleCount)
    let others = Double(other.sampleCount)
    // Both centred, and what their means differ by, in one pass: products about a shift lose (Σy)(Σy)ᵀ/n when centred.
    products.add(
      other.products, times: factor * factor,
      squares: [
        (-1 / own, rows.sum), (-factor * factor / others, other.rows.sum),
        (own * others / (own + others), rows.differenceOfMeans(to: other.rows, inUnit: factor)),
      ])
    rows.merge(other.rows, inUnit: factor)
  }

  /// An accumulator like this one before the first row.
  var emptied: MomentsAccumulator {
    var result = self
    result.products.clear()
    result.rows = ShiftedRows(featureCount: rows.featureCount, range: rows.scaling.range)
    return result
  }

  /// The covariance Ĉ = (1/N) Σ xxᵀ − μμᵀ of all rows added; zero where there are none.
  public consuming func covariance() -> SecondMoments {
    let n = Double(max(1, rows.count))
    if rows.count > 0 { products.add(-1 / n, timesSquareOf: rows.sum) }
    products.scale(by: 1 / n)
    let mean = rows.mean
    let meanSquares = mean.indices.map { max(0, products[$0, $0]) + mean[$0] * mean[$0] }
    return SecondMoments(
      matrix: products, coupling: .covariance(mean: mean), meanSquares: meanSquares, sampleCount: rows.count,
      nonFiniteRowCount: rows.nonFiniteCount, exponent: 2 * rows.scaling.exponent)
  }
}
