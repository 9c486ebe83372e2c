import COpenBLAS

/// The N × N Gram matrix of rows of D features, added block by block, for N < D: its centred form has the non-zero
/// eigenvalues of the covariance. Memory is 8·N·(N + D) bytes.
public struct GramAccumulator: Sendable {
  private var rows: ShiftedRows
  /// All rows x − c so far, `rows.count` × D, row-major.
  private var history: [Double] = []
  /// Inner products of the rows; only the first `rows.count` rows and columns count.
  private var products: SymmetricMatrix

  /// No rows yet, room for `capacity` of them. Throws `orderTooLarge`.
  public init(capacity: Int, featureCount: Int) throws(LinearAlgebraError) {
    rows = ShiftedRows(featureCount: featureCount)
    products = try SymmetricMatrix(order: capacity)
    history.reserveCapacity(capacity * featureCount)
  }

  /// Rows without NaN and infinity that have been added.
  public var sampleCount: Int { rows.count }

  /// Adds the rows of a block whose values are all finite, and counts the others. No more than `capacity` in all.
  public mutating func add(_ block: borrowing RowBlock) {
    let before = rows.count
    let factor = rows.take(block)
    if factor != 1 {
      products.scale(by: factor)
      let linear = factor.squareRoot()
      for k in history.indices { history[k] *= linear }
    }
    let added = rows.blockCount
    precondition(rows.count <= products.order, "more rows than the Gram matrix has room for")
    guard added > 0, rows.featureCount > 0 else { return }
    let d = rows.featureCount
    history.append(contentsOf: rows.block[0..<(added * d)])

    let ld = Int32(products.order)
    products.upperTriangle.withUnsafeMutableBufferPointer { gram in
      guard let first = gram.baseAddress else { return }
      if before > 0 {
        cblas_dgemm(
          CblasRowMajor, CblasNoTrans, CblasTrans, Int32(before), Int32(added), Int32(d), 1, history, Int32(d),
          rows.block,
          Int32(d), 0, first + before, ld)
      }
      cblas_dsyrk(
        CblasRowMajor, CblasUpper, CblasNoTrans, Int32(added), Int32(d), 1, rows.block, Int32(d), 0,
        first + before * products.order + before, ld)
    }
  }

  /// The Gram matrix of the centred rows over N, whose non-zero eigenvalues are those of the covariance.
  public consuming func centredGram() throws(LinearAlgebraError) -> SecondMoments {
    let n = rows.count
    var centred = try SymmetricMatrix(order: n)
    guard n > 0 else {
      return SecondMoments(
        matrix: centred, meanSquaredNorm: 0, sampleCount: 0, nonFiniteRowCount: rows.nonFiniteCount, exponent: 0)
    }
    // (I − 11ᵀ/n) G (I − 11ᵀ/n). The shift is close to the mean already, so little cancels.
    var rowMeans = [Double](repeating: 0, count: n)
    for i in 0..<n {
      for j in 0..<n { rowMeans[i] += products[i, j] }
      rowMeans[i] /= Double(n)
    }
    let mean = rowMeans.reduce(0, +) / Double(n)
    for i in 0..<n {
      for j in i..<n {
        centred.upperTriangle[i * n + j] = (products[i, j] - rowMeans[i] - rowMeans[j] + mean) / Double(n)
      }
    }
    let meanSquaredNorm = centred.trace + rows.squaredNormOfMean
    return SecondMoments(
      matrix: centred, meanSquaredNorm: meanSquaredNorm, sampleCount: n, nonFiniteRowCount: rows.nonFiniteCount,
      exponent: 2 * rows.scaling.exponent)
  }
}
