extension SecondMoments {
  /// The `count` leading eigenvalues of the matrix, descending, in the unit of the matrix, to some ten digits each:
  /// sooner than all of them where the order is in the thousands and they are few (`SolverPlan.hasPreview`).
  ///
  /// The same numbers every time at one thread count. Nil where they do not converge within a budget of steps, which
  /// is a fraction of the time of a full solution: flat and rank-deficient spectra.
  ///
  /// - Parameters:
  ///   - count: how many, at most the order.
  ///   - isCancelled: asked before every step; once it holds, the answer is nil.
  public borrowing func leadingEigenvalues(_ count: Int, isCancelled: () -> Bool = { false }) -> [Double]? {
    guard count > 0, count <= matrix.order else { return nil }
    guard var lanczos = BlockLanczos(order: matrix.order, wanted: count) else { return nil }
    var previous: [Double] = []
    for step in 0..<BlockLanczos.greatestStepCount(wanted: count) {
      guard !isCancelled(), lanczos.step(matrix) else { return nil }
      guard step % 2 == 1, let current = lanczos.leadingEigenvalues(count) else { continue }
      if !previous.isEmpty, Self.haveConverged(current, previous) { return current }
      previous = current
    }
    return nil
  }

  /// Eigenvalues of growing projections grow towards those of the matrix, the faster the closer they are: what is
  /// left is less than the latest change.
  private static func haveConverged(_ current: [Double], _ previous: [Double]) -> Bool {
    zip(current, previous).allSatisfy { $0 > 0 && abs($0 - $1) <= 1e-9 * $0 }
  }
}
