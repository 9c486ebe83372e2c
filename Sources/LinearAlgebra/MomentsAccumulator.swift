import COpenBLAS

/// First and second moments of rows of D features, added block by block, for N ≥ D. Memory is 8·D² bytes, whatever N.
///
/// Sums are kept about a shift close to the mean (`ShiftedRows`). Two accumulators over different rows merge exactly, in any
/// order, so that shards, blocks and appended rows can be combined.
///
/// Source: Chan, Golub, LeVeque, *Algorithms for computing the sample variance*, 1983.
public struct MomentsAccumulator: Sendable {
  private var rows: ShiftedRows
  /// Σ (x − c)(x − c)ᵀ.
  private var products: SymmetricMatrix

  /// No rows yet. Throws `orderTooLarge`.
  public init(featureCount: Int) throws(LinearAlgebraError) {
    rows = ShiftedRows(featureCount: featureCount)
    products = try SymmetricMatrix(order: featureCount)
  }

  /// Rows without NaN and infinity that have been added.
  public var sampleCount: Int { rows.count }

  /// Adds the rows of a block whose values are all finite, and counts the others.
  public mutating func add(_ block: borrowing RowBlock) {
    let factor = rows.take(block)
    products.scale(by: factor)
    guard rows.blockCount > 0, rows.featureCount > 0 else { return }
    let d = Int32(rows.featureCount)
    cblas_dsyrk(
      CblasRowMajor, CblasUpper, CblasTrans, d, Int32(rows.blockCount), 1, rows.block, d, 1, &products.upperTriangle, d)
  }

  /// Adds all rows that another accumulator of equally many features has seen.
  public mutating func merge(_ other: MomentsAccumulator) {
    precondition(rows.featureCount == other.rows.featureCount, "moments of different numbers of features")
    guard other.sampleCount > 0, sampleCount > 0 else {
      // The empty one's shift and unit mean nothing.
      let nonFiniteCount = rows.nonFiniteCount + other.rows.nonFiniteCount
      if sampleCount == 0 { self = other }
      rows.nonFiniteCount = nonFiniteCount
      return
    }
    var other = other
    if other.rows.scaling.exponent > rows.scaling.exponent {
      products.scale(by: rows.rescale(to: other.rows.scaling))
    } else {
      other.products.scale(by: other.rows.rescale(to: rows.scaling))
    }
    let difference = rows.differenceOfMeans(to: other.rows)
    centre()
    other.centre()
    products.add(other.products)
    products.add(
      Double(sampleCount) * Double(other.sampleCount) / Double(sampleCount + other.sampleCount),
      timesSquareOf: difference)
    rows.merge(other.rows)
  }

  /// The covariance Ĉ = (1/N) Σ xxᵀ − μμᵀ of all rows added; zero where there are none.
  public consuming func covariance() -> SecondMoments {
    centre()
    products.scale(by: 1 / Double(max(1, rows.count)))
    let squaredNormOfMean = rows.squaredNormOfMean
    return SecondMoments(
      matrix: products, meanSquaredNorm: products.trace + squaredNormOfMean, sampleCount: rows.count,
      nonFiniteRowCount: rows.nonFiniteCount, exponent: 2 * rows.scaling.exponent)
  }

  /// Turns the products about the shift into products about the mean: Σyyᵀ − (Σy)(Σy)ᵀ/n.
  private mutating func centre() {
    guard rows.count > 0 else { return }
    products.add(-1 / Double(rows.count), timesSquareOf: rows.sum)
  }
}

extension SymmetricMatrix {
  /// Multiplies every element.
  mutating func scale(by factor: Double) {
    guard factor != 1 else { return }
    upperTriangle.withUnsafeMutableBufferPointer { elements in
      for k in elements.indices { elements[k] *= factor }
    }
  }

  /// Adds a matrix of the same order.
  mutating func add(_ other: SymmetricMatrix) {
    upperTriangle.withUnsafeMutableBufferPointer { elements in
      other.upperTriangle.withUnsafeBufferPointer { others in
        for k in elements.indices { elements[k] += others[k] }
      }
    }
  }

  /// Adds `weight` · v vᵀ.
  mutating func add(_ weight: Double, timesSquareOf v: [Double]) {
    let n = order
    upperTriangle.withUnsafeMutableBufferPointer { elements in
      for i in 0..<n {
        let wv = weight * v[i]
        for j in i..<n { elements[i * n + j] += wv * v[j] }
      }
    }
  }
}
