import COpenBLAS

/// The leading eigenvalues of a symmetric matrix from a block Krylov space, every block made orthogonal to all before
/// it.
///
/// Source: Golub, Underwood, *The block Lanczos method for computing eigenvalues*, 1977.
struct BlockLanczos {
  /// Vectors per block: multiplying by so many takes little longer than by one.
  static let width = 16

  /// Blocks after which what has not converged is left to a full solution.
  static func greatestStepCount(wanted: Int) -> Int { (8 * wanted + 20 * width) / width }

  /// Bytes of a computation to the last step.
  static func byteCount(order: Int, wanted: Int) -> Int {
    let vectors = (greatestStepCount(wanted: wanted) + 2) * width
    return MemoryLayout<Double>.size * vectors * (order + 4 * width)
  }

  private let n: Int
  private let b = BlockLanczos.width
  private var stepCount = 0
  /// Orthonormal vectors of n elements, one after the other: `stepCount + 1` blocks, of which the last has not been
  /// multiplied yet.
  private var basis: [Double]
  /// Blocks of the projection of the matrix, b × b, column-major: on its diagonal, and below.
  private var diagonalBlocks: [[Double]] = []
  private var triangles: [[Double]] = []

  /// Begins with a block of random numbers, the same every time. Nil for an order too small for blocks.
  init?(order: Int, wanted: Int) {
    guard order >= 2 * Self.width else { return nil }
    n = order
    var state: UInt64 = 1
    basis = []
    // Growing would take twice as much.
    basis.reserveCapacity(order * Self.width * (Self.greatestStepCount(wanted: wanted) + 1))
    for _ in 0..<(order * Self.width) {
      // Knuth's MMIX constants. The upper bits, as a number between −1 and 1.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      basis.append(Double(Int64(bitPattern: state) >> 11) * 0x1p-52)
    }
    guard orthonormalize() != nil else { return nil }
  }

  /// Extends the space by a block. False where it cannot grow any more, because it is all that the matrix can reach.
  mutating func step(_ matrix: borrowing SymmetricMatrix) -> Bool {
    let m = (stepCount + 1) * b
    guard m + b <= n else { return false }
    basis.append(contentsOf: repeatElement(0, count: n * b))
    var diagonalBlock = [Double](repeating: 0, count: b * b)
    var overlaps = [Double](repeating: 0, count: m * b)
    basis.withUnsafeMutableBufferPointer { basis in
      guard let first = basis.baseAddress else { return }
      let latest = first + stepCount * b * n
      let next = latest + b * n
      let (n, b) = (Int32(n), Int32(b))
      // A row-major upper triangle is a column-major lower one.
      cblas_dsymm(CblasColMajor, CblasLeft, CblasLower, n, b, 1, matrix.upperTriangle, n, latest, n, 0, next, n)
      // Against all blocks, twice: in exact arithmetic the two latest would do, and once; in floating-point
      // arithmetic converged vectors come back, and what is left after large overlaps is inexact.
      let columns = Int32(m)
      for _ in 0..<2 {
        cblas_dgemm(CblasColMajor, CblasTrans, CblasNoTrans, columns, b, n, 1, first, n, next, n, 0, &overlaps, columns)
        cblas_dgemm(
          CblasColMajor, CblasNoTrans, CblasNoTrans, n, b, columns, -1, first, n, overlaps, columns, 1, next, n)
        for c in 0..<self.b {
          for r in 0..<self.b { diagonalBlock[c * self.b + r] += overlaps[c * m + m - self.b + r] }
        }
      }
    }
    diagonalBlocks.append(diagonalBlock)
    stepCount += 1
    guard let triangle = orthonormalize() else { return false }
    triangles.append(triangle)
    return true
  }

  /// The `count` largest eigenvalues of the projection, descending; nil where it has fewer.
  func leadingEigenvalues(_ count: Int) -> [Double]? {
    guard count <= stepCount * b else { return nil }
    var band = BandMatrix(order: stepCount * b, width: b)
    for k in 0..<stepCount {
      for c in 0..<b {
        for r in c..<b { band[k * b + r, k * b + c] = diagonalBlocks[k][c * b + r] }
        guard k + 1 < stepCount else { continue }
        for r in 0...c { band[(k + 1) * b + r, k * b + c] = triangles[k][c * b + r] }
      }
    }
    guard let eigenvalues = try? band.tridiagonal().eigenvalues() else { return nil }
    return Array(eigenvalues.prefix(count))
  }

  /// Replaces the last block by orthonormal vectors with the same span. Returns the triangle that takes them back,
  /// column-major; nil where the block has no full rank.
  private mutating func orthonormalize() -> [Double]? {
    var triangle = [Double](repeating: 0, count: b * b)
    var scalars = [Double](repeating: 0, count: b)
    let isDone = basis.withUnsafeMutableBufferPointer { basis in
      guard let first = basis.baseAddress else { return false }
      let block = first + (basis.count - n * b)
      let (n, b) = (Int32(n), Int32(b))
      guard LAPACKE_dgeqrf(LAPACK_COL_MAJOR, n, b, block, n, &scalars) == 0 else { return false }
      for c in 0..<self.b {
        for r in 0...c { triangle[c * self.b + r] = block[c * self.n + r] }
      }
      return LAPACKE_dorgqr(LAPACK_COL_MAJOR, n, b, b, block, n, scalars) == 0
    }
    let pivots = (0..<b).map { abs(triangle[$0 * b + $0]) }
    guard isDone, let largest = pivots.max(), let least = pivots.min(), least > largest * 0x1p-40 else { return nil }
    return triangle
  }
}
