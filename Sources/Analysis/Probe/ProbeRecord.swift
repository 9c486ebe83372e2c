public import Spectra
public import SystemPackage

/// A linear probe of a dump: what it was trained and tested on, and what came of it.
public struct ProbeRecord: Sendable, Equatable {
  public var features: FilePath
  /// Nil where none were found.
  public var labels: FilePath?
  /// Nil where the dump's own rows were split.
  public var testFeatures: FilePath?
  public var testLabels: FilePath?
  public var result: ProbeResult?
  /// Why there is no result, with the name of the file that is to blame.
  public var failure: AnalysisFailure?

  public init(features: FilePath, labels: FilePath?) {
    self.features = features
    self.labels = labels
  }
}
