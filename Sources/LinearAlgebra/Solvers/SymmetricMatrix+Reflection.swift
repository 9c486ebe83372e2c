import COpenBLAS

extension SymmetricMatrix {
  /// Replaces A by PAP, P = I − βhhᵀ the reflection that takes v to ±‖v‖e₁. Nothing happens where v is 0 or not finite.
  ///
  /// Source: Golub, Van Loan, *Matrix Computations*, 4th ed., 5.1.4 and 8.3.1.
  mutating func reflect(toFirstAxis v: [Double]) {
    precondition(v.count == order, "a direction of \(v.count) numbers in \(order) dimensions")
    guard var h = Self.unitVector(along: v), order > 1 else { return }
    // The sign that adds rather than cancels; with ‖v‖ = 1, ‖h‖² = 2(1 + |v₁|).
    let beta = 1 / (1 + abs(h[0]))
    h[0] += h[0] < 0 ? -1 : 1

    let n = Int32(order)
    var p = [Double](repeating: 0, count: order)
    cblas_dsymv(CblasRowMajor, CblasUpper, n, beta, upperTriangle, n, h, 1, 0, &p, 1)
    cblas_daxpy(n, -beta / 2 * cblas_ddot(n, p, 1, h, 1), h, 1, &p, 1)
    cblas_dsyr2(CblasRowMajor, CblasUpper, n, -1, h, 1, p, 1, &upperTriangle, n)
  }

  /// v/‖v‖, whatever the exponents of its elements; nil where v is 0 or not finite.
  private static func unitVector(along v: [Double]) -> [Double]? {
    let largest = v.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return nil }
    let unit = v.map { $0 / largest }
    let norm = cblas_dnrm2(Int32(unit.count), unit, 1)
    return norm.isFinite ? unit.map { $0 / norm } : nil
  }
}
