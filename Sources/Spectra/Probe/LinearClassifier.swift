import LinearAlgebra

/// A score for every class, affine in the standardised features: the class with the highest score is the answer.
struct LinearClassifier: Sendable {
  /// C × K, row-major.
  let weights: [Double]
  /// C.
  let intercepts: [Double]

  var classCount: Int { intercepts.count }

  /// Writes the scores of standardised rows, n × C, row-major.
  func score(_ rows: borrowing RowBlock, into scores: inout [Double]) {
    let (n, c) = (rows.rowCount, classCount)
    if scores.count < n * c { scores = [Double](repeating: 0, count: n * c) }
    BLAS.multiply(
      rows.values, byTransposed: weights, rows: n, inner: rows.columnCount, columns: c, into: &scores)
    scores.withUnsafeMutableBufferPointer { scores in
      intercepts.withUnsafeBufferPointer { intercepts in
        for i in 0..<n {
          for j in 0..<c { scores[i * c + j] += intercepts[j] }
        }
      }
    }
  }
}
