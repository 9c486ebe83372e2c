/// How the spectrum of a feature matrix is computed, and what that takes: decided by its shape alone.
public struct SolverPlan: Sendable, Equatable {
  /// Which of the two symmetric problems with the same non-zero eigenvalues is formed.
  public enum Route: Sendable {
    /// D × D, where there are at least as many rows as features.
    case covariance
    /// The Gram matrix, N × N.
    case gram
  }

  /// How a matrix is made tridiagonal.
  public enum Reduction: Sendable {
    /// Householder's, half of whose arithmetic waits for memory.
    case oneStage
    /// By way of a band: more arithmetic, which does not wait.
    case twoStage

    /// What is faster at an order, one thread.
    init(order: Int) { self = order < 2048 ? .oneStage : .twoStage }
    /// Of the band.
    static let bandWidth = 32
  }

  /// Which problem is solved.
  public let route: Route
  /// How its matrix is made tridiagonal.
  public let reduction: Reduction
  /// What rows are multiplied in: Gram matrices are always summed in double.
  public let precision: AccumulationPrecision
  /// Whether the leading eigenvalues alone come so much sooner (`SecondMoments.leadingEigenvalues`) that they are
  /// worth showing before all of them.
  public let hasPreview: Bool
  /// Bytes that the analysis takes at its peak; `Int.max` where there cannot be one.
  public let byteCount: Int

  /// Decides for N rows and D features.
  ///
  /// - Parameters:
  ///   - sampleCount: N.
  ///   - featureCount: D.
  ///   - wantedRanks: how many leading eigenvalues a preview would have to show; 0 for none.
  ///   - precision: of the accumulation, where the route is the covariance.
  public init(sampleCount: Int, featureCount: Int, wantedRanks: Int, precision: AccumulationPrecision = .float64) {
    let order = min(sampleCount, featureCount)
    route = sampleCount < featureCount ? .gram : .covariance
    reduction = Reduction(order: order)
    self.precision = route == .gram ? .float64 : precision
    hasPreview = order >= 2048 && (1...order / 20).contains(wantedRanks)
    guard order <= SymmetricMatrix.greatestOrder, featureCount <= Int32.max else {
      byteCount = .max
      return
    }
    let double = MemoryLayout<Double>.size
    let matrix = double * order * order
    // The block that is read; beside it the same shifted, or what the solver works in.
    let (block, accumulating): (Int, Int)
    switch route {
    case .gram:
      block = double * sampleCount * min(featureCount, GramAccumulator.recommendedSlabWidth(sampleCount: sampleCount))
      accumulating = block
    case .covariance:
      let rows = RowBlock.recommendedRowCount(columnCount: featureCount, precision: precision)
      block = double * featureCount * min(sampleCount, rows)
      let isSingle = precision == .float32
      accumulating = (isSingle ? block / 2 + matrix / 2 : block) + 6 * double * featureCount
    }
    let band = reduction == .twoStage ? 3 * Reduction.bandWidth : Reduction.bandWidth
    let solving = double * order * (band + 8)
    let previewing = hasPreview ? BlockLanczos.byteCount(order: order, wanted: wantedRanks) : 0
    byteCount = matrix + block + max(accumulating, solving, previewing)
  }
}
