import COpenBLAS

/// The N × N Gram matrix of N rows of D features, added in slabs of columns, for N < D: its centred form has the
/// non-zero eigenvalues of the covariance. Memory is 8·N² bytes and a slab, and 2·D values.
///
/// Every slab is shifted to near its column means, so that a large common offset costs no precision. A row with a NaN
/// or an infinity in any slab is left out of all.
///
/// Appended rows are shifted by what the first were. Should the mean move away from there, then the spread of all rows
/// grows with it, so that what cancels when the products are centred is at most N times as large as what remains.
public struct GramAccumulator: Sendable {
  /// N, all rows of the matrix, usable or not.
  public private(set) var rowCount: Int
  /// Columns that have been added, of all N rows.
  public private(set) var columnCount = 0
  /// Σ over slabs of YYᵀ, Y = X − 1cᵀ.
  private(set) var products: SymmetricMatrix
  /// Yc for every row.
  private(set) var projections: [Double]
  /// ‖c‖².
  private(set) var squaredNormOfShift = 0.0
  /// c, of the columns that have been added when the first rows were.
  private(set) var centre: [Double] = []
  /// Σ x² over the usable rows, of the columns that have been added when the first rows were.
  private(set) var squares: [Double] = []
  /// False once a row turned out unusable whose values in earlier columns are among the squares.
  private(set) var squaresAreUsable = true
  /// Rows whose products with one another are there: 0 unless rows are being appended.
  private var oldRowCount = 0
  /// Rows that have held numbers only so far.
  private(set) var isFinite: [Bool]
  private(set) var scaling: RowScaling?
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

  /// What rows and columns before came to: c has a value for each column, `projections` and `isFinite` one for each row.
  init(
    products: SymmetricMatrix, projections: [Double], centre: [Double], squares: [Double], squaresAreUsable: Bool,
    squaredNormOfShift: Double, isFinite: [Bool], scaling: RowScaling?
  ) {
    self.squares = squares
    self.squaresAreUsable = squaresAreUsable
    rowCount = products.order
    columnCount = centre.count
    self.products = products
    self.projections = projections
    self.centre = centre
    self.squaredNormOfShift = squaredNormOfShift
    self.isFinite = isFinite
    self.scaling = scaling
  }

  /// Rows without NaN and infinity among the columns so far.
  public var sampleCount: Int { isFinite.count { $0 } }

  /// Columns per slab: as many as keep a slab's doubles within 32 MiB, from 64 to 2,048.
  public static func recommendedSlabWidth(sampleCount: Int) -> Int {
    let doublesPerSlab = (32 << 20) / MemoryLayout<Double>.size
    return min(2048, max(64, doublesPerSlab / max(1, sampleCount)))
  }

  /// Adds the next columns of the matrix: a block of all N rows.
  ///
  /// Takes N²·w multiplications and additions for w columns; where m of the rows are being appended, m·(2N − m)·w.
  public mutating func add(columns slab: borrowing RowBlock) {
    precondition(slab.rowCount == rowCount, "a slab of \(slab.rowCount) rows of a matrix of \(rowCount)")
    let columns = columnCount..<columnCount + slab.columnCount
    precondition(oldRowCount == 0 || columns.upperBound <= centre.count, "more columns than the first rows have")
    columnCount = columns.upperBound
    adjustUnit(to: magnitudeOfUsableRows(slab))
    guard let scaling, !columns.isEmpty else {
      if oldRowCount == 0 {
        centre += repeatElement(0, count: columns.count)
        squares += repeatElement(0, count: columns.count)
      }
      return
    }
    let known = oldRowCount > 0 ? Array(centre[columns]) : nil
    shifted.take(slab, usable: isFinite, factor: scaling.factor, about: known)
    if known == nil {
      centre += shifted.centre
      squaredNormOfShift += cblas_ddot(Int32(columns.count), shifted.centre, 1, shifted.centre, 1)
      squares += repeatElement(0, count: columns.count)
    }
    addSquares(of: slab, columns: columns, factor: scaling.factor)
    multiply(width: columns.count)
  }

  /// Adds the squares of new rows.
  private mutating func addSquares(of slab: borrowing RowBlock, columns: Range<Int>, factor: Double) {
    let width = columns.count
    let (isFinite, oldRowCount, rowCount) = (isFinite, oldRowCount, rowCount)
    slab.values.withUnsafeBufferPointer { values in
      squares.withUnsafeMutableBufferPointer { squares in
        let own = UnsafeMutableBufferPointer(rebasing: squares[columns])
        for i in oldRowCount..<rowCount where isFinite[i] {
          let row = UnsafeBufferPointer(rebasing: values[i * width..<(i + 1) * width])
          for j in 0..<width {
            let x = row[j] * factor
            own[j] += x * x
          }
        }
      }
    }
  }

  /// Adds the products of new rows with old ones, with one another, and with the centre.
  private mutating func multiply(width: Int) {
    let (n, old, new, w) = (Int32(rowCount), Int32(oldRowCount), Int32(rowCount - oldRowCount), Int32(width))
    let first = oldRowCount
    shifted.values.withUnsafeBufferPointer { rows in
      products.upperTriangle.withUnsafeMutableBufferPointer { products in
        projections.withUnsafeMutableBufferPointer { projections in
          guard let rows = rows.baseAddress, let products = products.baseAddress,
            let projections = projections.baseAddress
          else { return }
          let newRows = rows + first * width
          if old > 0 {
            cblas_dgemm(
              CblasRowMajor, CblasNoTrans, CblasTrans, old, new, w, 1, rows, w, newRows, w, 1, products + first, n)
          }
          let corner = products + first * rowCount + first
          cblas_dsyrk(CblasRowMajor, CblasUpper, CblasNoTrans, new, w, 1, newRows, w, 1, corner, n)
          cblas_dgemv(
            CblasRowMajor, CblasNoTrans, new, w, 1, newRows, w, shifted.centre, 1, 1, projections + first, 1)
        }
      }
    }
  }

  /// Makes the matrix one of more rows. All columns have been added; now they are again, of all rows, in the same order:
  /// those of the old rows only to be multiplied with the new ones.
  ///
  /// Takes 8·(N + `count`)² bytes beside the 8·N² that it frees. Throws `orderTooLarge`.
  public mutating func append(rowCount count: Int) throws(LinearAlgebraError) {
    precondition(count >= 0 && columnCount == centre.count, "the columns of the rows before are not all there")
    products = try products.enlarged(toOrder: rowCount + count)
    projections += repeatElement(0, count: count)
    isFinite += repeatElement(true, count: count)
    oldRowCount = rowCount
    rowCount += count
    columnCount = 0
  }

  /// Forgets all columns, but not which rows are unusable.
  public mutating func restart() {
    products.clear()
    for i in 0..<rowCount { projections[i] = 0 }
    squaredNormOfShift = 0
    centre = []
    squares = []
    squaresAreUsable = true
    columnCount = 0
    oldRowCount = 0
    scaling = nil
    needsRestart = false
  }

  /// Lets go of the storage that slabs take, until one is added again.
  mutating func releaseScratch() { shifted = ShiftedSlab() }

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
    let count = matrix.order
    let meanSquares: [Double]
    if squaresAreUsable {
      // Of all rows, also where some are left out.
      let all = Double(max(1, sampleCount))
      meanSquares = squares.map { $0 / all }
    } else {
      // Their sum is known without them.
      let sum = max(0, matrix.trace + coupling.squaredNormOfMean)
      meanSquares = squares.map { _ in sum / Double(squares.count) }
    }
    return SecondMoments(
      matrix: matrix, coupling: coupling, meanSquares: meanSquares, sampleCount: count,
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
          if columnCount > slab.columnCount { squaresAreUsable = false }
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
    for j in centre.indices { centre[j] *= factor }
    for j in squares.indices { squares[j] *= factor * factor }
    squaredNormOfShift *= factor * factor
    scaling = new
  }
}
