import Spectra

/// Everything that is known about one dump: where it comes from, what it holds, and what came of it.
public struct AnalysisRecord: Sendable, Equatable, Identifiable {
  public var dump: Dump
  /// Nil while the header has not been read, or could not be.
  public var shape: FeatureShape?
  public var summary: SpectrumSummary?
  /// Measures that are computed on request only (`Measure.onRequest`), where they were.
  public var requested: [Measure: Double]
  /// Nil where it was not asked for, or has not been computed yet.
  public var uncertainty: RecordUncertainty?
  public var warnings: [AnalysisWarning]
  public var failure: AnalysisFailure?
  /// Rows that the header promises, where not all of them have been written yet.
  public var promisedSampleCount: Int?
  /// Bytes that its analysis takes at its peak, while that is to come.
  public var requiredMemory: Int?

  public init(
    dump: Dump, shape: FeatureShape? = nil, summary: SpectrumSummary? = nil, requested: [Measure: Double] = [:],
    uncertainty: RecordUncertainty? = nil, warnings: [AnalysisWarning] = [], failure: AnalysisFailure? = nil
  ) {
    self.dump = dump
    self.shape = shape
    self.summary = summary
    self.requested = requested
    self.uncertainty = uncertainty
    self.warnings = warnings
    self.failure = failure
  }

  public var id: Dump.ID { dump.id }
  /// The decay coefficient, where there is one.
  public var alpha: Double? { summary?.fit?.alpha }
  /// Rows that entered; nil without a result.
  public var usedSampleCount: Int? {
    guard let shape, let summary else { return nil }
    return shape.sampleCount - summary.nonFiniteRows
  }
  /// Share of the promised rows that are there, in whole percent; nil where all are.
  public var percentWritten: Int? {
    guard let promisedSampleCount, let shape, promisedSampleCount > shape.sampleCount else { return nil }
    return Int(Double(shape.sampleCount) / Double(promisedSampleCount) * 100)
  }
  /// Whether better numbers will take the place of these.
  public var isPreview: Bool { summary?.origin.isPreview ?? false }
  /// How the products of the features were summed, `float64` or `float32`; nil without features.
  public var precision: String? { summary?.origin.precision?.rawValue }

  /// A scalar by name; nil where there is no spectrum, it has no such scalar, or nobody asked for it.
  public func value(of measure: Measure) -> Double? {
    switch measure {
    case .alpha: alpha
    case .selfCluster, .lidar: requested[measure]
    case .rankMe, .effectiveRank, .participationRatio, .stableRank, .conditionNumber:
      summary?.ranks?.value(of: measure)
    }
  }
}
