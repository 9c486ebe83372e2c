/// Second moments of a feature matrix by the cheaper of the two routes: the covariance (D × D) where there are at
/// least as many rows as features, the Gram matrix (N × N) otherwise.
public enum FeatureMoments: Sendable {
  case covariance(MomentsAccumulator)
  case gram(GramAccumulator)

  /// Chooses the route for a matrix of N rows and D features.
  ///
  /// - Parameters:
  ///   - sampleCount: N, unusable rows included.
  ///   - featureCount: D.
  ///   - memoryLimit: bytes that an analysis may take. What takes more is refused here: memory that cannot be had
  ///     ends the process, whether on allocation or later, on first use.
  ///   - precision: of the covariance; Gram matrices are accumulated in double.
  /// - Throws: `orderTooLarge` where even the smaller problem is too large, `tooManyFeatures`, `tooMuchMemory`; in each
  ///   case before memory is taken.
  public init(
    sampleCount: Int, featureCount: Int, memoryLimit: Int = .max, precision: AccumulationPrecision = .float64
  ) throws(LinearAlgebraError) {
    let order = min(sampleCount, featureCount)
    guard order <= SymmetricMatrix.greatestOrder else { throw .orderTooLarge(order) }
    guard featureCount <= Int32.max else { throw .tooManyFeatures(featureCount) }
    let plan = SolverPlan(sampleCount: sampleCount, featureCount: featureCount, wantedRanks: 0, precision: precision)
    guard plan.byteCount <= memoryLimit else { throw .tooMuchMemory(needed: plan.byteCount, limit: memoryLimit) }
    switch plan.route {
    case .gram: self = .gram(try GramAccumulator(rowCount: sampleCount))
    case .covariance: self = .covariance(try MomentsAccumulator(featureCount: featureCount, precision: precision))
    }
  }

  /// Adds a block: any number of whole rows to a covariance; all N rows of any number of features to a Gram matrix.
  public mutating func add(_ block: borrowing RowBlock) {
    switch consume self {
    case .covariance(var moments):
      moments.add(block)
      self = .covariance(moments)
    case .gram(var gram):
      gram.add(columns: block)
      self = .gram(gram)
    }
  }

  /// Whether all has to be added again after `restart()`: an unusable row may have cost the others their digits
  /// (`GramAccumulator.needsRestart`).
  public var needsRestart: Bool {
    switch self {
    case .covariance: false
    case .gram(let gram): gram.needsRestart
    }
  }

  /// Forgets all that has been added to a Gram matrix, but not which rows are unusable. Nothing happens to a
  /// covariance, which never needs it.
  public mutating func restart() {
    switch consume self {
    case .covariance(let moments):
      self = .covariance(moments)
    case .gram(var gram):
      gram.restart()
      self = .gram(gram)
    }
  }

  /// The centred matrix whose eigenvalues are the spectrum. Handed over with `consume`, the moments' storage becomes
  /// that of the matrix; what is still in use elsewhere is copied.
  public consuming func secondMoments() throws(LinearAlgebraError) -> SecondMoments {
    switch consume self {
    case .covariance(let moments): moments.covariance()
    case .gram(let gram): try gram.centredGram()
    }
  }

  /// Bytes that an analysis takes at its peak; `Int.max` where there cannot be one.
  public static func byteCount(
    sampleCount: Int, featureCount: Int, precision: AccumulationPrecision = .float64
  ) -> Int {
    SolverPlan(sampleCount: sampleCount, featureCount: featureCount, wantedRanks: 0, precision: precision).byteCount
  }
}

// MARK: - What rows are appended to

extension FeatureMoments {
  /// An accumulator like that of a covariance before its first row; nil for a Gram matrix.
  var emptiedCovariance: MomentsAccumulator? {
    if case .covariance(let moments) = self { moments.emptied } else { nil }
  }

  /// Adds all rows that another accumulator has seen to a covariance.
  mutating func merge(_ other: borrowing MomentsAccumulator) {
    switch consume self {
    case .covariance(var moments):
      moments.merge(other)
      self = .covariance(moments)
    case .gram(let gram): self = .gram(gram)
    }
  }

  /// Makes room for more rows in a Gram matrix.
  mutating func appendToGram(rowCount: Int) throws(LinearAlgebraError) {
    guard case .gram(var gram) = self else { return }
    try gram.append(rowCount: rowCount)
    self = .gram(gram)
  }

  /// Lets go of the storage that adding takes.
  mutating func releaseScratch() {
    switch consume self {
    case .covariance(var moments):
      moments.releaseScratch()
      self = .covariance(moments)
    case .gram(var gram):
      gram.releaseScratch()
      self = .gram(gram)
    }
  }
}
