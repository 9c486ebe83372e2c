public import SystemPackage

/// Everything that is known about one dump: where it comes from, what it holds, and what came of it.
public struct AnalysisRecord: Sendable, Equatable, Identifiable {
  public var dump: Dump
  /// Nil while the header has not been read, or could not be.
  public var shape: FeatureShape?
  public var summary: SpectrumSummary?
  public var warnings: [AnalysisWarning]
  public var failure: AnalysisFailure?

  public init(
    dump: Dump, shape: FeatureShape? = nil, summary: SpectrumSummary? = nil, warnings: [AnalysisWarning] = [],
    failure: AnalysisFailure? = nil
  ) {
    self.dump = dump
    self.shape = shape
    self.summary = summary
    self.warnings = warnings
    self.failure = failure
  }

  public var id: Dump.ID { dump.id }
  /// The decay coefficient, where there is one.
  public var alpha: Double? { summary?.fit?.alpha }

  /// A scalar of the spectrum by name; nil where there is no spectrum, or it has no such scalar.
  public func value(of measure: Measure) -> Double? {
    switch measure {
    case .alpha: alpha
    case .effectiveRank: summary?.ranks?.effectiveRank
    case .participationRatio: summary?.ranks?.participationRatio
    case .stableRank: summary?.ranks?.stableRank
    case .conditionNumber: summary?.ranks?.conditionNumber
    }
  }
}
