import COpenBLAS

/// The N × N Gram matrix of N rows of D features, added in slabs of columns, for N < D: its centred form has the
/// non-zero eigenvalues of the covariance. Memory is 8·N² bytes and a slab, whatever D.
///
/// Every slab is shifted to near its column means, so that a large common offset costs no precision. A row with a NaN
/// or an infinity in any slab is left out of all.
public struct GramAccumulator: Sendable {
  /// N, all rows of the matrix, usable or not.
  public let rowCount: Int
  /// Σ over slabs of YYᵀ, Y = X − 1cᵀ.
  private var products: SymmetricMatrix
  /// Yc for every row.
  private var projections: [Double]
  /// ‖c‖².
  private var squaredNormOfShift = 0.0
  /// Rows that have held numbers only so far.
  private var isFinite: [Bool]
  private var scaling: RowScaling?
  private var shifted = ShiftedSlab()
  /// Whether a row turned out unusable after its values may have decided the unit, in which the other rows may have
  /// lost their digits: `restart()` and add all slabs again. Such values lie beyond 2^±256.
  public private(set) var needsRestart = false

  /// No columns yet of a matrix of N rows. Throws `orderTooLarge`.
  public init(rowCount: Int) throws(LinearAlgebraError) {
    self.rowCount = rowCount
    products = try SymmetricMatrix(order: rowCount)
    projections = [Double](repeating: 0, count: rowCount)
    isFinite = [Bool](repeating: true, count: rowCount)
  }

  /// Rows without NaN and infinity among the columns so far.
  public var sampleCount: Int { isFinite.count { $0 } }

  /// Columns per slab: as many as keep a slab's doubles within 32 MiB, from 64 to 2,048.
  public static func recommendedSlabWidth(sampleCount: Int) -> Int {
    let doublesPerSlab = (32 << 20) / MemoryLayout<Double>.size
    return min(2048, max(64, doublesPerSlab / max(1, sampleCount)))
  }

  /// Adds columns of the matrix: a block of all N rows and any number of features that have not been added.
  public mutating func add(columns slab: borrowing RowBlock) {
    precondition(slab.rowCount == rowCount, "a slab of \(slab.rowCount) rows of a matrix of \(rowCount)")
    let width = slab.columnCount
    adjustUnit(to: magnitudeOfUsableRows(slab))
    guard let scaling, width > 0 else { return }
    shifted.take(slab, usable: isFinite, factor: scaling.factor)
    let n = Int32(rowCount)
    let w = Int32(width)
    cblas_dsyrk(
      CblasRowMajor, CblasUpper, CblasNoTrans, n, w, 1, shifted.values, w, 1, &products.upperTriangle, n)
    cblas_dgemv(CblasRowMajor, CblasNoTrans, n, w, 1, shifted.values, w, shifted.centre, 1, 1, &projections, 1)
    squaredNormOfShift += cblas_ddot(w, shifted.centre, 1, shifted.centre, 1)
  }

  /// Forgets all columns, but not which rows are unusable.
  public mutating func restart() {
    products.clear()
    for i in 0..<rowCount { projections[i] = 0 }
    squaredNormOfShift = 0
    scaling = nil
    needsRestart = false
  }

  /// The Gram matrix of the centred usable rows over N, whose non-zero eigenvalues are those of the covariance.
  public consuming func centredGram() throws(LinearAlgebraError) -> SecondMoments {
    let rows = (0..<rowCount).filter { isFinite[$0] }
    let nonFiniteCount = rowCount - rows.count
    var matrix = SymmetricMatrix.empty
    swap(&matrix, &products)
    let coupling = matrix.centre(keeping: rows, projections: projections, squaredNormOfShift: squaredNormOfShift)
    return moments(matrix, coupling, nonFiniteCount: nonFiniteCount)
  }

  /// The same of those usable rows for whose index, from 0 to N − 1, `isKept` holds: replicates of a jackknife,
  /// subsamples. The other usable rows count as if they had never been there. Throws `orderTooLarge`.
  public func secondMoments(keeping isKept: (Int) -> Bool) throws(LinearAlgebraError) -> SecondMoments {
    let kept = (0..<rowCount).filter(isKept)
    let rows = kept.filter { isFinite[$0] }
    var matrix = try products.submatrix(rows)
    let coupling = matrix.centre(
      keeping: Array(rows.indices), projections: rows.map { projections[$0] }, squaredNormOfShift: squaredNormOfShift)
    return moments(matrix, coupling, nonFiniteCount: kept.count - rows.count)
  }

  private func moments(
    _ matrix: consuming SymmetricMatrix, _ coupling: MeanCoupling, nonFiniteCount: Int
  ) -> SecondMoments {
    let trace = matrix.trace
    let count = matrix.order
    return SecondMoments(
      matrix: matrix, coupling: coupling, meanSquaredNorm: trace + coupling.squaredNormOfMean, sampleCount: count,
      nonFiniteRowCount: nonFiniteCount, exponent: 2 * (scaling?.exponent ?? 0))
  }

  /// Marks rows that hold a NaN or an infinity, and returns the largest magnitude in the others.
  private mutating func magnitudeOfUsableRows(_ slab: borrowing RowBlock) -> Double {
    var largest = 0.0
    let width = slab.columnCount
    let cheapest = scaling ?? RowScaling(magnitude: 0)
    slab.values.withUnsafeBufferPointer { values in
      for i in 0..<rowCount where isFinite[i] {
        let row = UnsafeBufferPointer(rebasing: values[i * width..<(i + 1) * width])
        if let magnitude = row.magnitudeIfFinite(cheaplyIfHeldBy: cheapest) {
          largest = max(largest, magnitude)
        } else {
          isFinite[i] = false
          if let scaling, scaling.exponent != 0 { needsRestart = true }
        }
      }
    }
    return largest
  }

  /// Chooses the unit by the first features that are not all 0, and changes it where it cannot hold later ones.
  private mutating func adjustUnit(to magnitude: Double) {
    guard magnitude > 0, scaling?.holds(magnitude: magnitude) != true else { return }
    let new = RowScaling(magnitude: magnitude)
    let factor = Double(sign: .plus, exponent: (scaling?.exponent ?? new.exponent) - new.exponent, significand: 1)
    products.scale(by: factor * factor)
    for i in 0..<rowCount { projections[i] *= factor * factor }
    squaredNormOfShift *= factor * factor
    scaling = new
  }
}
