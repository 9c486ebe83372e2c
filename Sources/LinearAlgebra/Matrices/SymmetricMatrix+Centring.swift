extension SymmetricMatrix {
  /// The rows and columns of these indices, ascending. Throws `orderTooLarge`.
  func submatrix(_ indices: [Int]) throws(LinearAlgebraError) -> SymmetricMatrix {
    var result = try SymmetricMatrix(order: indices.count)
    let n = order
    let count = indices.count
    result.upperTriangle.withUnsafeMutableBufferPointer { target in
      upperTriangle.withUnsafeBufferPointer { source in
        for (a, i) in indices.enumerated() {
          for b in a..<count { target[a * count + b] = source[i * n + indices[b]] }
        }
      }
    }
    return result
  }

  /// Turns YYᵀ, Y = X − 1cᵀ, into the centred Gram matrix (1/n) X_c X_cᵀ of n of its rows, in place.
  ///
  /// With ȳ the mean of the kept rows of Y, X_c = Y − 1ȳᵀ and μ = c + ȳ, so that all follows from YYᵀ, Yc and ‖c‖².
  ///
  /// - Parameters:
  ///   - rows: indices of the rows to keep, ascending.
  ///   - projections: Yc, of all rows.
  /// - Returns: how the mean of these rows lies against the result.
  mutating func centre(keeping rows: [Int], projections: [Double], squaredNormOfShift: Double) -> MeanCoupling {
    keepOnly(rows)
    let n = order
    guard n > 0 else { return .gram(projections: [], squaredNorm: 0) }
    let count = Double(n)
    let means = rowMeans()
    let mean = means.reduce(0, +) / count
    upperTriangle.withUnsafeMutableBufferPointer { elements in
      means.withUnsafeBufferPointer { means in
        for i in 0..<n {
          // The shift is close to the mean already, so little cancels.
          let own = means[i] - mean
          for j in i..<n { elements[i * n + j] = (elements[i * n + j] - own - means[j]) / count }
        }
      }
    }
    let meanProjection = rows.reduce(0) { $0 + projections[$1] } / count
    let centred = rows.enumerated().map { i, row in (projections[row] - meanProjection) + (means[i] - mean) }
    return .gram(
      projections: centred, squaredNorm: max(0, squaredNormOfShift + 2 * meanProjection + mean))
  }

  /// Drops all other rows and columns, in place: no element moves towards the end.
  private mutating func keepOnly(_ rows: [Int]) {
    guard rows.count < order else { return }
    let n = order
    let count = rows.count
    var storage: [Double] = []
    swap(&storage, &upperTriangle)
    storage.withUnsafeMutableBufferPointer { elements in
      for (a, i) in rows.enumerated() {
        for b in a..<count { elements[a * count + b] = elements[i * n + rows[b]] }
      }
    }
    storage.removeLast(storage.count - count * count)
    self = SymmetricMatrix(order: count, upperTriangle: storage)
  }

  /// Means of all n rows.
  private func rowMeans() -> [Double] {
    let n = order
    var sums = [Double](repeating: 0, count: n)
    upperTriangle.withUnsafeBufferPointer { elements in
      sums.withUnsafeMutableBufferPointer { sums in
        for i in 0..<n {
          sums[i] += elements[i * n + i]
          var own = 0.0
          for j in (i + 1)..<max(i + 1, n) {
            let a = elements[i * n + j]
            own += a
            sums[j] += a
          }
          sums[i] += own
        }
      }
    }
    return sums.map { $0 / Double(n) }
  }
}
