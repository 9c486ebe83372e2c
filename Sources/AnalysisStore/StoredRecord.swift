public import Analysis
import Spectra

/// What an analysis found out about features, wherever their file is and whatever it is called.
public struct StoredRecord: Sendable, Equatable {
  public let shape: FeatureShape
  public let summary: SpectrumSummary
  public let requested: [Measure: Double]
  public let uncertainty: RecordUncertainty?
  /// Of the results, not of the dump's surroundings.
  public let warnings: [AnalysisWarning]

  /// Nil for what another attempt could improve on: failures, previews, and records that lack rows, or a measure or an
  /// interval because something failed; and for spectra that came without features.
  public init?(_ record: AnalysisRecord) {
    guard record.failure == nil, let shape = record.shape, let summary = record.summary, !summary.isGiven,
      !record.isPreview, record.percentWritten == nil, !record.warnings.contains(where: { $0.code == .noMeasure }),
      record.uncertainty != nil || !record.warnings.contains(where: { $0.code == .noInterval })
    else { return nil }
    self.shape = shape
    self.summary = summary
    requested = record.requested
    uncertainty = record.uncertainty
    warnings = record.warnings.filter { $0.code != .metricOfLaterCheckpoint }
  }

  /// The record of a dump that holds these features.
  public func record(of dump: Dump) -> AnalysisRecord {
    AnalysisRecord(
      dump: dump, shape: shape, summary: summary, requested: requested, uncertainty: uncertainty,
      warnings: warnings + AnalysisWarning.metricsOfLaterCheckpoint(of: dump))
  }
}
