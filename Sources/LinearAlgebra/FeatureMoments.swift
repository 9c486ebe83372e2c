/// Second moments of a feature matrix by the cheaper of the two routes: the covariance (D × D) where there are at least as
/// many rows as features, the Gram matrix (N × N) otherwise.
public enum FeatureMoments: Sendable {
  case covariance(MomentsAccumulator)
  case gram(GramAccumulator)

  /// Chooses the route for a matrix of N rows and D features.
  ///
  /// - Parameter memoryLimit: bytes that an analysis may take. What takes more is refused here: memory that cannot be had
  ///   ends the process, whether on allocation or later, on first use.
  /// - Throws: `orderTooLarge` where even the smaller problem is too large, `tooManyFeatures`, `tooMuchMemory`; in each
  ///   case before memory is taken.
  public init(sampleCount: Int, featureCount: Int, memoryLimit: Int = .max) throws(LinearAlgebraError) {
    let order = min(sampleCount, featureCount)
    guard order <= SymmetricMatrix.greatestOrder else { throw .orderTooLarge(order) }
    guard featureCount <= Int32.max else { throw .tooManyFeatures(featureCount) }
    let needed = Self.byteCount(sampleCount: sampleCount, featureCount: featureCount)
    guard needed <= memoryLimit else { throw .tooMuchMemory(needed: needed, limit: memoryLimit) }
    if sampleCount < featureCount {
      self = .gram(try GramAccumulator(capacity: sampleCount, featureCount: featureCount))
    } else {
      self = .covariance(try MomentsAccumulator(featureCount: featureCount))
    }
  }

  /// Adds the finite rows of a block.
  public mutating func add(_ block: borrowing RowBlock) {
    switch consume self {
    case .covariance(var moments):
      moments.add(block)
      self = .covariance(moments)
    case .gram(var gram):
      gram.add(block)
      self = .gram(gram)
    }
  }

  /// The centred matrix whose eigenvalues are the spectrum.
  public consuming func secondMoments() throws(LinearAlgebraError) -> SecondMoments {
    switch consume self {
    case .covariance(let moments): moments.covariance()
    case .gram(let gram): try gram.centredGram()
    }
  }

  /// Bytes that an analysis takes at its peak; `Int.max` where there cannot be one.
  ///
  /// The matrix is there three times in the end: as it was accumulated, centred, and where the solver overwrites it.
  /// Blocks and sums hold at least one row each, which can be as long as a file.
  public static func byteCount(sampleCount: Int, featureCount: Int) -> Int {
    let order = min(sampleCount, featureCount)
    guard order <= SymmetricMatrix.greatestOrder, featureCount <= Int32.max else { return .max }
    let history = sampleCount < featureCount ? sampleCount * featureCount : 0
    return MemoryLayout<Double>.size * (3 * order * order + history + 6 * featureCount)
  }
}
