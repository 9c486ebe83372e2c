/// Second moments of a feature matrix to which rows are appended: what is new is multiplied, what was there before is
/// kept. The spectrum is that of all rows at once, to 10⁻¹² of the largest eigenvalue.
///
/// By the cheaper of two routes, as in ``FeatureMoments``. Rows that are appended
/// - to a covariance are added alone, n·D² multiplications, about a shift of their own: the mean may drift;
/// - to a Gram matrix take all columns of all rows once more, but are multiplied only with one another and with the old
///   ones, n·N·D multiplications;
/// - and make N ≥ D of a Gram matrix: there is no way from one to the other, all rows have to be added anew, once.
///
/// To begin: `init`, then `add` what is `missing`. To go on: `grow`, then the same. What has been left half added, by an
/// error or a cancellation, cannot be gone on with; the copy of a value before `grow` can.
public struct GrowingMoments: Sendable {
  /// What has to be added, in this order, before there are moments.
  public enum Missing: Sendable, Equatable {
    case nothing
    /// These rows, in blocks of any number of whole rows.
    case rows(Range<Int>)
    /// These columns, in slabs of any number of columns, of all `rowCount` rows.
    case columns(Range<Int>)
  }

  /// How more rows can be taken.
  public enum Growth: Sendable, Equatable {
    /// Add what is `missing`.
    case appends
    /// Begin anew, with as many rows: there are as many as features now, or fewer than before, or something was missing
    /// before. Nothing has changed here.
    case needsAllRows
  }

  /// D.
  public let featureCount: Int
  /// N, all rows that the moments are of, usable or not, once nothing is missing.
  public private(set) var rowCount: Int
  var moments: FeatureMoments
  /// Whether rows are being appended to those of a covariance: `appended` are those that have been added.
  private var isAppending = false
  private var appended: MomentsAccumulator?
  /// Rows of a covariance that have been added.
  private var addedRowCount = 0

  /// Nothing yet of a matrix of N rows and D features.
  ///
  /// - Parameters:
  ///   - rowCount: N.
  ///   - featureCount: D.
  ///   - memoryLimit: bytes that an analysis may take, by `byteCount`.
  ///   - precision: of a covariance; Gram matrices are accumulated in double.
  /// - Throws: `orderTooLarge`, `tooManyFeatures`, `tooMuchMemory`; in each case before memory is taken.
  public init(
    rowCount: Int, featureCount: Int, memoryLimit: Int = .max, precision: AccumulationPrecision = .float64
  ) throws(LinearAlgebraError) {
    try Self.requireMemory(
      rowCount: rowCount, featureCount: featureCount, precision: precision, limit: memoryLimit)
    moments = try FeatureMoments(sampleCount: rowCount, featureCount: featureCount, precision: precision)
    self.rowCount = rowCount
    self.featureCount = featureCount
  }

  /// Moments that lack nothing.
  init(complete moments: FeatureMoments, rowCount: Int, featureCount: Int) {
    self.moments = moments
    self.rowCount = rowCount
    self.featureCount = featureCount
    addedRowCount = rowCount
  }

  /// Which of the two matrices is kept.
  public var route: SolverPlan.Route {
    switch moments {
    case .covariance: .covariance
    case .gram: .gram
    }
  }

  /// What has to be added next. Where `needsRestart` holds, `restart()` comes first.
  public var missing: Missing {
    switch moments {
    case .covariance: addedRowCount < rowCount ? .rows(addedRowCount..<rowCount) : .nothing
    case .gram(let gram): gram.columnCount < featureCount ? .columns(gram.columnCount..<featureCount) : .nothing
    }
  }

  /// Makes the matrix one of N rows. The rows before stay what they were: who cannot know, compares their fingerprint.
  ///
  /// - Throws: `tooMuchMemory`, `orderTooLarge`; nothing has changed then.
  public mutating func grow(toRowCount count: Int, memoryLimit: Int = .max) throws(LinearAlgebraError) -> Growth {
    guard missing == .nothing, !needsRestart, count >= rowCount else { return .needsAllRows }
    switch moments {
    case .covariance(let total):
      try Self.requireMemory(
        rowCount: count, featureCount: featureCount, precision: total.precision, limit: memoryLimit)
      isAppending = total.sampleCount > 0
    case .gram:
      guard count < featureCount else { return .needsAllRows }
      try Self.requireMemory(rowCount: count, featureCount: featureCount, precision: .float64, limit: memoryLimit)
      guard count > rowCount else { break }
      try moments.appendToGram(rowCount: count - rowCount)
    }
    rowCount = count
    return .appends
  }

  /// Adds the next of what is missing: a block of whole rows to a covariance, a slab of columns of all rows to a Gram
  /// matrix.
  public mutating func add(_ block: borrowing RowBlock) {
    switch missing {
    case .nothing: precondition(block.rowCount == 0, "nothing is missing")
    case .columns(let columns):
      precondition(block.columnCount <= columns.count, "more columns than are missing")
      moments.add(block)
    case .rows(let rows):
      precondition(block.rowCount <= rows.count, "more rows than are missing")
      addRows(block)
    }
    if missing == .nothing { moments.releaseScratch() }
  }

  private mutating func addRows(_ block: borrowing RowBlock) {
    addedRowCount += block.rowCount
    guard isAppending else { return moments.add(block) }
    // Of their own, because they may lie far from the first.
    guard var part = appended.take() ?? moments.emptiedCovariance else { return }
    part.add(block)
    if addedRowCount == rowCount { moments.merge(part) } else { appended = part }
  }

  /// Whether all has to be added again after `restart()`, to a Gram matrix: an unusable row may have cost the others
  /// their digits.
  public var needsRestart: Bool { moments.needsRestart }

  /// Forgets all columns of a Gram matrix, but not which rows are unusable.
  public mutating func restart() { moments.restart() }

  /// The centred matrix whose eigenvalues are the spectrum, in storage of its own, 8·min(N, D)² bytes: the moments stay
  /// as they are.
  ///
  /// - Throws: `orderTooLarge`.
  public func secondMoments() throws(LinearAlgebraError) -> SecondMoments {
    switch moments {
    case .covariance(let moments): moments.covariance()
    case .gram(let gram): try gram.secondMoments { _ in true }
    }
  }

  /// Bytes that an analysis takes at its peak when the moments are kept: those without, and a second matrix, of the rows
  /// before or the one that is not solved. `Int.max` where there cannot be one.
  public static func byteCount(
    sampleCount: Int, featureCount: Int, precision: AccumulationPrecision = .float64
  ) -> Int {
    let once = FeatureMoments.byteCount(sampleCount: sampleCount, featureCount: featureCount, precision: precision)
    guard once < .max else { return .max }
    let order = min(sampleCount, featureCount)
    return once + MemoryLayout<Double>.size * (order * order + 2 * featureCount)
  }

  private static func requireMemory(
    rowCount: Int, featureCount: Int, precision: AccumulationPrecision, limit: Int
  ) throws(LinearAlgebraError) {
    let order = min(rowCount, featureCount)
    guard order <= SymmetricMatrix.greatestOrder else { throw .orderTooLarge(order) }
    guard featureCount <= Int32.max else { throw .tooManyFeatures(featureCount) }
    let needed = byteCount(sampleCount: rowCount, featureCount: featureCount, precision: precision)
    guard needed <= limit else { throw .tooMuchMemory(needed: needed, limit: limit) }
  }
}
