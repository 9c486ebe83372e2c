import COpenBLAS

/// Cross moments of two views, added block by block: memory is 8·D² bytes and two blocks, whatever N. Each view is counted from a
/// shift near its mean, as in `MomentsAccumulator`.
public struct CrossMomentsAccumulator: Sendable {
  private var first: ShiftedView
  private var second: ShiftedView
  /// Σ (a − c)(b − c′)ᵀ, row-major.
  private var products: [Double]
  private var nonFiniteCount = 0

  /// No rows yet, of D features in either view. Throws `orderTooLarge`.
  public init(featureCount: Int) throws(LinearAlgebraError) {
    guard featureCount <= SymmetricMatrix.greatestOrder else { throw .orderTooLarge(featureCount) }
    first = ShiftedView(featureCount: featureCount)
    second = first
    products = [Double](repeating: 0, count: featureCount * featureCount)
  }

  /// Bytes that accumulating takes at its peak, with the blocks that it is given.
  public static func byteCount(featureCount: Int) -> Int {
    guard featureCount <= SymmetricMatrix.greatestOrder else { return .max }
    let rows = 4 * RowBlock.recommendedRowCount(columnCount: featureCount)
    return MemoryLayout<Double>.size * featureCount * (featureCount + rows)
  }

  /// Adds rows that belong together, as many of the one view as of the other; pairs with a NaN or an infinity are counted
  /// and left out.
  public mutating func add(_ a: borrowing RowBlock, _ b: borrowing RowBlock) {
    precondition(
      a.rowCount == b.rowCount && a.columnCount == b.columnCount,
      "views of \(a.rowCount) × \(a.columnCount) and \(b.rowCount) × \(b.columnCount)")
    let kept = Set(BlockScan(a).finiteRows).intersection(BlockScan(b).finiteRows).sorted()
    nonFiniteCount += a.rowCount - kept.count
    if kept.count == a.rowCount {
      addFinite(a, b)
    } else {
      addFinite(a.keeping(kept), b.keeping(kept))
    }
  }

  private mutating func addFinite(_ a: borrowing RowBlock, _ b: borrowing RowBlock) {
    let count = Int32(a.rowCount)
    let d = Int32(a.columnCount)
    guard count > 0, d > 0 else { return }
    let factor = first.take(a) * second.take(b)
    cblas_dgemm(
      CblasRowMajor, CblasTrans, CblasNoTrans, d, d, count, 1, first.shifted, d, second.shifted, d, factor, &products,
      d)
  }

  /// The moments of all rows added, about the means; all 0 where there are none.
  public consuming func moments() -> CrossMoments {
    let count = first.rows.count
    let d = Int32(first.rows.featureCount)
    if count > 0, d > 0 {
      cblas_dger(CblasRowMajor, d, d, -1 / Double(count), first.rows.sum, 1, second.rows.sum, 1, &products, d)
    }
    return CrossMoments(
      first: first.moments, second: second.moments, products: products, sampleCount: count,
      nonFiniteRowCount: nonFiniteCount)
  }
}

/// One of the views: its rows made ready for multiplying, and the squares of each feature.
private struct ShiftedView: Sendable {
  var rows: ShiftedRows
  /// The rows taken last.
  var shifted: [Double] = []
  /// Σ (x − c)².
  private var squares: [Double]

  init(featureCount: Int) {
    rows = ShiftedRows(featureCount: featureCount)
    squares = [Double](repeating: 0, count: featureCount)
  }

  /// Takes rows that are finite, and returns by what their unit changes earlier sums that are linear in this view.
  mutating func take(_ block: borrowing RowBlock) -> Double {
    let (count, factorOfSquares) = rows.take(block, into: &shifted)
    let columns = rows.featureCount
    squares.withUnsafeMutableBufferPointer { squares in
      shifted.withUnsafeBufferPointer { shifted in
        if factorOfSquares != 1 {
          for j in 0..<columns { squares[j] *= factorOfSquares }
        }
        for i in 0..<count {
          for j in 0..<columns {
            let y = shifted[i * columns + j]
            squares[j] += y * y
          }
        }
      }
    }
    return factorOfSquares.squareRoot()
  }

  var moments: CrossMoments.View {
    let n = Double(max(1, rows.count))
    let centred = zip(squares, rows.sum).map { max(0, $0 - $1 * $1 / n) }
    return CrossMoments.View(means: rows.mean, squares: centred, exponent: rows.scaling.exponent)
  }
}

extension RowBlock {
  /// Only these rows, ascending.
  fileprivate func keeping(_ rows: [Int]) -> RowBlock {
    var kept = RowBlock(capacity: rows.count, columnCount: columnCount)
    for row in rows { kept.append(row, of: self) }
    return kept
  }
}
