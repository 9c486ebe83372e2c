import COpenBLAS

/// The systems (A + sI)X = B of one symmetric positive semidefinite matrix A of order n and m right-hand sides, for any
/// number of shifts s > 0.
///
/// A is reduced once, A = QTQᵀ with T tridiagonal, and Qᵀ applied to B: after that a shift costs O(nm). Memory is 8·n²
/// bytes, the storage of A, and 16·nm.
///
/// Source: Eldén, *Algorithms for the regularization of ill-conditioned least squares problems*, 1977.
public struct ShiftedSystem: Sendable {
  /// n.
  public let order: Int
  /// m.
  public let sideCount: Int
  /// All n eigenvalues of A, descending.
  public let eigenvalues: [Double]
  /// Q, as LAPACK's `dsytrd` leaves it: reflectors below the diagonal, and a factor for each.
  private let reflectors: [Double]
  private let factors: [Double]
  private let tridiagonal: TridiagonalMatrix
  /// QᵀB, side by side: m × n, row-major.
  private let rotatedSides: [Double]

  /// - Parameters:
  ///   - moments: whose matrix is A; handed over with `consume`, its storage is used.
  ///   - sides: Bᵀ, m × n, row-major.
  /// - Throws: `eigenvaluesFailed` where A is not finite.
  public init(_ moments: consuming SecondMoments, sides: consuming [Double]) throws(LinearAlgebraError) {
    var matrix = moments.takeMatrix()
    order = matrix.order
    precondition(order > 0 && sides.count % order == 0, "right-hand sides of another length")
    sideCount = sides.count / order
    var storage: [Double] = []
    swap(&storage, &matrix.upperTriangle)
    var diagonal = [Double](repeating: 0, count: order)
    var offDiagonal = [Double](repeating: 0, count: order - 1)
    var scalars = offDiagonal
    // A row-major upper triangle is a column-major lower one.
    let status = LAPACKE_dsytrd(
      LAPACK_COL_MAJOR, Self.lower, Int32(order), &storage, Int32(order), &diagonal, &offDiagonal, &scalars)
    guard status == 0 else { throw .eigenvaluesFailed(status: Int(status)) }
    tridiagonal = TridiagonalMatrix(diagonal: diagonal, offDiagonal: offDiagonal)
    eigenvalues = try tridiagonal.eigenvalues()
    try Self.rotate(&sides, reflectors: storage, factors: scalars, order: order, transposed: true)
    rotatedSides = sides
    reflectors = storage
    factors = scalars
  }

  /// Xᵀ, m × n, row-major. Throws `eigenvaluesFailed` where A + sI is not positive definite.
  public func solution(shift: Double) throws(LinearAlgebraError) -> [Double] {
    var solution = try rotatedSolution(shift: shift)
    try Self.rotate(&solution, reflectors: reflectors, factors: factors, order: order, transposed: false)
    return solution
  }

  /// tr XᵀB and tr XᵀX of the solution, which Q leaves as they are.
  public func traces(shift: Double) throws(LinearAlgebraError) -> (withSides: Double, ofSquare: Double) {
    let solution = try rotatedSolution(shift: shift)
    return (BLAS.dot(solution, rotatedSides), BLAS.dot(solution, solution))
  }

  /// QᵀX by a factorisation LDLᵀ of T + sI (LAPACK's `dpttrf`).
  private func rotatedSolution(shift: Double) throws(LinearAlgebraError) -> [Double] {
    var diagonal = tridiagonal.diagonal.map { $0 + shift }
    var offDiagonal = tridiagonal.offDiagonal
    var solution = rotatedSides
    let n = Int32(order)
    let factored = LAPACKE_dpttrf(n, &diagonal, &offDiagonal)
    guard factored == 0 else { throw .eigenvaluesFailed(status: Int(factored)) }
    try Self.forEachBundle(of: &solution, order: order) { vectors, count in
      LAPACKE_dpttrs(LAPACK_COL_MAJOR, n, count, diagonal, offDiagonal, vectors, n)
    }
    return solution
  }

  private static let lower = CChar(UInt8(ascii: "L"))

  /// Multiplies every vector by Q, or by Qᵀ.
  private static func rotate(
    _ vectors: inout [Double], reflectors: [Double], factors: [Double], order: Int, transposed: Bool
  ) throws(LinearAlgebraError) {
    guard order > 1, !vectors.isEmpty else { return }
    let left = lower
    let operation = CChar(UInt8(ascii: transposed ? "T" : "N"))
    let n = Int32(order)
    try forEachBundle(of: &vectors, order: order) { vectors, count in
      LAPACKE_dormtr(LAPACK_COL_MAJOR, left, lower, operation, n, count, reflectors, n, factors, vectors, n)
    }
  }

  /// Vectors that LAPACK gets at a time: it counts their elements, and a workspace for each, in 32 bits.
  static let bundleSize = 8192

  /// Calls `body`, which returns LAPACK's status, for some of the vectors after another. Throws `eigenvaluesFailed`.
  private static func forEachBundle(
    of vectors: inout [Double], order: Int, _ body: (_ vectors: UnsafeMutablePointer<Double>, _ count: Int32) -> Int32
  ) throws(LinearAlgebraError) {
    let total = vectors.count / order
    let failure = vectors.withUnsafeMutableBufferPointer { vectors -> Int32 in
      guard let first = vectors.baseAddress else { return 0 }
      for start in stride(from: 0, to: total, by: bundleSize) {
        let status = body(first + start * order, Int32(min(bundleSize, total - start)))
        guard status == 0 else { return status }
      }
      return 0
    }
    guard failure == 0 else { throw .eigenvaluesFailed(status: Int(failure)) }
  }
}
