import Analysis
import LinearAlgebra
import Spectra

/// How the intervals of a dump are computed, and the memory that takes.
struct UncertaintyPlan: Equatable {
  enum Method: Equatable {
    /// Rows of the Gram matrix are left out.
    case gram
    /// Moments of every group of rows.
    case grouped
    /// Replicates to first order, from eigenvectors: where the moments of all groups do not fit.
    case linearised
  }

  let method: Method
  /// Bytes at the peak.
  let byteCount: Int
  /// Why there can be no intervals, which is known before any work; nil where there can.
  let refusal: LinearAlgebraError?

  init(_ shape: FeatureShape, memoryLimit: Int) {
    let plan = SolverPlan(
      sampleCount: shape.sampleCount, featureCount: shape.featureCount, wantedRanks: 0, precision: .float64)
    let grouped = Self.sum(
      GroupedMoments.byteCount(groupCount: ReplicateSpectra.groupCount, featureCount: shape.featureCount),
      RowGroups.byteCount(rowCount: shape.sampleCount))
    switch plan.route {
    case .gram:
      method = .gram
      // The matrix of all rows stays while those of its parts are made from it.
      byteCount = Self.sum(plan.byteCount, plan.byteCount)
    case .covariance where grouped <= memoryLimit:
      method = .grouped
      byteCount = grouped
    case .covariance:
      method = .linearised
      byteCount = Self.sum(
        InfinitesimalJackknife.byteCount(featureCount: shape.featureCount),
        RowGroups.byteCount(rowCount: shape.sampleCount))
    }
    if method == .linearised, shape.featureCount > SymmetricMatrix.greatestOrderOfEigenvectors {
      refusal = .orderTooLargeForEigenvectors(shape.featureCount)
    } else {
      refusal = byteCount > memoryLimit ? .tooMuchMemory(needed: byteCount, limit: memoryLimit) : nil
    }
  }
  /// `Int.max` where that is too large.
  private static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, isTooLarge) = a.addingReportingOverflow(b)
    return isTooLarge ? .max : sum
  }
}
