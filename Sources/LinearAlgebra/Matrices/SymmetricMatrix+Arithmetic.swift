import COpenBLAS

extension SymmetricMatrix {
  /// ‖A‖²_F = Σ aᵢⱼ² over all n² elements, which is Σ λ².
  public var frobeniusNormSquared: Double {
    upperTriangle.withUnsafeBufferPointer { elements in
      var onDiagonal = 0.0
      var above = 0.0
      for i in 0..<order {
        let d = elements[i * order + i]
        onDiagonal += d * d
        for j in (i + 1)..<max(i + 1, order) {
          let a = elements[i * order + j]
          above += a * a
        }
      }
      return onDiagonal + 2 * above
    }
  }

  /// vᵀAv for n values v.
  public func quadraticForm(_ v: [Double]) -> Double {
    precondition(v.count == order, "a vector of \(v.count) numbers in \(order) dimensions")
    let n = Int32(order)
    var product = [Double](repeating: 0, count: order)
    cblas_dsymv(CblasRowMajor, CblasUpper, n, 1, upperTriangle, n, v, 1, 0, &product, 1)
    return cblas_ddot(n, product, 1, v, 1)
  }

  /// Adds δI.
  public mutating func add(toDiagonal delta: Double) {
    for i in 0..<order { upperTriangle[i * order + i] += delta }
  }

  /// Sets every element to 0.
  mutating func clear() {
    for k in upperTriangle.indices { upperTriangle[k] = 0 }
  }

  /// Multiplies every element.
  mutating func scale(by factor: Double) {
    guard factor != 1 else { return }
    let n = order
    upperTriangle.withUnsafeMutableBufferPointer { elements in
      guard let elements = elements.baseAddress else { return }
      for i in 0..<n { cblas_dscal(Int32(n - i), factor, elements + (i * n + i), 1) }
    }
  }

  /// Adds `weight` · v vᵀ.
  mutating func add(_ weight: Double, timesSquareOf v: [Double]) {
    let n = Int32(order)
    guard n > 0 else { return }
    cblas_dsyr(CblasRowMajor, CblasUpper, n, weight, v, 1, &upperTriangle, n)
  }

  /// Adds a matrix of the same order in single precision, row-major, of which the upper triangle is read.
  mutating func add(_ single: [Float]) {
    let n = order
    upperTriangle.withUnsafeMutableBufferPointer { elements in
      single.withUnsafeBufferPointer { single in
        for i in 0..<n {
          for k in (i * n + i)..<((i + 1) * n) { elements[k] += Double(single[k]) }
        }
      }
    }
  }

  /// Adds `factor` · B + Σ weight · v vᵀ in one pass over the storage, B of the same order.
  mutating func add(_ other: borrowing SymmetricMatrix, times factor: Double, squares: [(weight: Double, of: [Double])])
  {
    let n = order
    upperTriangle.withUnsafeMutableBufferPointer { elements in
      other.upperTriangle.withUnsafeBufferPointer { others in
        guard let elements = elements.baseAddress, let others = others.baseAddress else { return }
        for i in 0..<n {
          let (row, count) = (elements + (i * n + i), Int32(n - i))
          cblas_daxpy(count, factor, others + (i * n + i), 1, row, 1)
          for (weight, v) in squares {
            v.withUnsafeBufferPointer { v in
              guard let v = v.baseAddress else { return }
              cblas_daxpy(count, weight * v[i], v + i, 1, row, 1)
            }
          }
        }
      }
    }
  }
}
