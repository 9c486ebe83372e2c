import COpenBLAS

extension SymmetricMatrix {
  /// The tridiagonal matrix T = QᵀAQ whose Q takes e₁ to a given direction, so that T + s·e₁e₁ᵀ has the spectrum of
  /// A + s·vvᵀ/‖v‖². Overwrites the storage.
  ///
  /// A reflection takes v to e₁ first. LAPACK's reductions of a lower triangle (a row-major upper one, column by
  /// column) leave e₁ where it is.
  ///
  /// - Parameters:
  ///   - direction: v, of any length; where it is 0 or nil, Q takes e₁ to itself.
  ///   - stages: the way of reducing; nil for what is faster at this order.
  /// - Throws: `eigenvaluesFailed` where an element is not finite.
  consuming func tridiagonal(
    taking direction: [Double]? = nil, by stages: SolverPlan.Reduction? = nil
  ) throws(LinearAlgebraError) -> TridiagonalMatrix {
    guard order > 0 else { return TridiagonalMatrix(diagonal: [], offDiagonal: []) }
    if let direction { reflect(toFirstAxis: direction) }
    switch stages ?? SolverPlan.Reduction(order: order) {
    case .oneStage: return try reduceInOneStage()
    case .twoStage: return try reduceInTwoStages()
    }
  }

  /// Householder's reduction by LAPACK's `dsytrd`.
  private mutating func reduceInOneStage() throws(LinearAlgebraError) -> TridiagonalMatrix {
    var diagonal = [Double](repeating: 0, count: order)
    var offDiagonal = [Double](repeating: 0, count: order - 1)
    var scalars = offDiagonal
    let n = Int32(order)
    let status = LAPACKE_dsytrd(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "L")), n, &upperTriangle, n, &diagonal, &offDiagonal, &scalars)
    guard status == 0 else { throw .eigenvaluesFailed(status: Int(status)) }
    return TridiagonalMatrix(diagonal: diagonal, offDiagonal: offDiagonal)
  }

  /// To a band by blocks (`dsytrd_sy2sb`), which is as fast as matrix products are, and from there by chasing bulges.
  ///
  /// Source: Bischof, Lang, Sun, *A framework for symmetric band reduction*, 2000.
  private mutating func reduceInTwoStages() throws(LinearAlgebraError) -> TridiagonalMatrix {
    let width = SolverPlan.Reduction.bandWidth
    guard order > width + 1 else { return try reduceInOneStage() }
    var band = BandMatrix(order: order, width: width)
    var status: Int32 = 0
    var n = Int32(order)
    var kd = Int32(width)
    var leading = Int32(width + 1)
    var lower = CChar(UInt8(ascii: "L"))
    var scalars = [Double](repeating: 0, count: order)
    var query: Int32 = -1
    var size = 0.0
    dsytrd_sy2sb_(&lower, &n, &kd, &upperTriangle, &n, &band.elements, &leading, &scalars, &size, &query, &status)
    guard status == 0, size >= 1, var workspaceCount = Int32(exactly: size) else {
      throw .eigenvaluesFailed(status: Int(status))
    }
    var workspace = [Double](repeating: 0, count: Int(workspaceCount))
    dsytrd_sy2sb_(
      &lower, &n, &kd, &upperTriangle, &n, &band.elements, &leading, &scalars, &workspace, &workspaceCount, &status)
    guard status == 0 else { throw .eigenvaluesFailed(status: Int(status)) }
    return try band.tridiagonal()
  }
}
