import Glibc
import LinearAlgebra

/// Generalised cross-validation of a ridge regression of several responses with one penalty:
/// V(κ) = N·RSS/(N − df)², RSS summed over the responses, df = 1 + Σ d/(d + κ) over the eigenvalues d of ZᵀZ.
///
/// Source: Golub, Heath, Wahba, *Generalized cross-validation as a method for choosing a good ridge parameter*, 1979.
struct CrossValidation {
  /// (ZᵀZ/N + sI)X = ZᵀY/N, Y centred.
  let system: ShiftedSystem
  /// N.
  let rowCount: Double
  /// ‖Y‖²/N, Y centred.
  let variance: Double

  /// From 10⁻⁵ to 10⁴ times the mean of the eigenvalues that need not be 0, by quarters of a decade. The penalty that
  /// is chosen is the smallest of those with the least V.
  func bestPenalty() throws(LinearAlgebraError) -> Double {
    let rank = max(1, min(rowCount - 1, Double(system.order)))
    let unit = system.eigenvalues.reduce(0, +) / rank
    var best = (value: Double.infinity, shift: unit)
    for quarter in -20...16 {
      let shift = unit * pow(10, Double(quarter) / 4)
      let value = try value(shift: shift)
      if value < best.value { best = (value, shift) }
    }
    return best.shift * rowCount
  }

  /// V at κ = N·`shift`, but for a constant factor.
  private func value(shift: Double) throws(LinearAlgebraError) -> Double {
    let traces = try system.traces(shift: shift)
    // ‖Y − ZX‖² = ‖Y‖² − tr XᵀZᵀY − κ tr XᵀX, of the solution.
    let residual = max(0, variance - traces.withSides - shift * traces.ofSquare)
    // N − df, from what shrinking takes away, so that nothing cancels where df is nearly N.
    let lost = system.eigenvalues.reduce(0) { $0 + shift / (max(0, $1) + shift) }
    let left = rowCount - 1 - Double(system.order) + lost
    return left > 0 ? residual / (left * left) : .infinity
  }
}
