import LinearAlgebra

extension SecondMoments {
  /// All eigenvalues, as eigentop computes them for α alone.
  consuming func spectrum() throws -> [Double] { try (consume self).eigenvalues(includingUncentred: false).centred }
}

extension MomentsAccumulator {
  /// Moments of `blockCount` times the same rows.
  init(adding block: borrowing RowBlock, times blockCount: Int) throws {
    try self.init(featureCount: block.columnCount)
    for _ in 0..<blockCount { add(block) }
  }
}
