import COpenBLAS

/// Products of dense matrices. All are row-major, at the beginning of storage that may be larger.
extension BLAS {
  /// C ← ABᵀ: A n × k, B m × k, C n × m.
  public static func multiply(
    _ a: [Double], byTransposed b: [Double], rows n: Int, inner k: Int, columns m: Int, into c: inout [Double]
  ) {
    precondition(a.count >= n * k && b.count >= m * k && c.count >= n * m, "matrices larger than their storage")
    guard n > 0, m > 0, k > 0 else { return }
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, Int32(n), Int32(m), Int32(k), 1, a, Int32(k), b, Int32(k), 0, &c,
      Int32(m))
  }

  /// C ← C + AᵀB: A n × m, B n × k, C m × k.
  public static func add(
    transposed a: [Double], times b: [Double], rows n: Int, outer m: Int, columns k: Int, to c: inout [Double]
  ) {
    precondition(a.count >= n * m && b.count >= n * k && c.count >= m * k, "matrices larger than their storage")
    guard n > 0, m > 0, k > 0 else { return }
    cblas_dgemm(
      CblasRowMajor, CblasTrans, CblasNoTrans, Int32(m), Int32(k), Int32(n), 1, a, Int32(m), b, Int32(k), 1, &c,
      Int32(k))
  }

  /// Σ xᵢyᵢ of vectors of one length.
  public static func dot(_ x: [Double], _ y: [Double]) -> Double {
    precondition(x.count == y.count, "vectors of \(x.count) and \(y.count) numbers")
    let length = x.count
    return x.withUnsafeBufferPointer { x in
      y.withUnsafeBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return 0 }
        var sum = 0.0
        forEachPiece(of: length) { start, count in sum += cblas_ddot(count, x + start, 1, y + start, 1) }
        return sum
      }
    }
  }

  /// y ← y + ax, of vectors of one length.
  public static func add(_ a: Double, times x: [Double], to y: inout [Double]) {
    precondition(x.count == y.count, "vectors of \(x.count) and \(y.count) numbers")
    let length = x.count
    y.withUnsafeMutableBufferPointer { y in
      x.withUnsafeBufferPointer { x in
        guard let x = x.baseAddress, let y = y.baseAddress else { return }
        forEachPiece(of: length) { start, count in cblas_daxpy(count, a, x + start, 1, y + start, 1) }
      }
    }
  }

  /// Parts of vectors that BLAS's 32 bits can count.
  private static func forEachPiece(of count: Int, _ body: (_ start: Int, _ count: Int32) -> Void) {
    let greatest = 1 << 30
    for start in stride(from: 0, to: count, by: greatest) { body(start, Int32(min(greatest, count - start))) }
  }
}
