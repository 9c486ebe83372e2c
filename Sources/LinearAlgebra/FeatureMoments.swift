/// Second moments of a feature matrix by the cheaper of the two routes: the covariance (D × D) where there are at least as
/// many rows as features, the Gram matrix (N × N) otherwise.
public enum FeatureMoments: Sendable {
  case covariance(MomentsAccumulator)
  case gram(GramAccumulator)

  /// Chooses the route for a matrix of N rows and D features. Throws `orderTooLarge` where even the smaller one is too large.
  public init(sampleCount: Int, featureCount: Int) throws(LinearAlgebraError) {
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
}
