public import Analysis
public import LinearAlgebra
public import Spectra
public import TensorFiles

/// What decides, beside the features, which numbers a record has.
public struct AnalysisParameters: Sendable, Hashable {
  public var fit: FitSettings
  /// How the products of the features are summed: the only one that spectra depend on.
  public var precision: AccumulationPrecision
  /// Measures computed because somebody asked for them.
  public var requested: Set<Measure>
  /// What intervals, and they alone, take for an object.
  public var objects: ObjectSource

  public init(
    fit: FitSettings, precision: AccumulationPrecision, requested: Set<Measure> = [], objects: ObjectSource = .items
  ) {
    self.objects = objects
    self.fit = fit
    self.precision = precision
    self.requested = requested
  }

  /// The key of a record.
  func bytes(withIntervals: Bool) -> [UInt8] {
    var writer = BinaryWriter()
    precision.write(to: &writer)
    fit.write(to: &writer)
    requested.sorted { $0.rawValue < $1.rawValue }.write(to: &writer)
    withIntervals.write(to: &writer)
    if withIntervals { objects.write(to: &writer) }
    return writer.bytes
  }
}

extension AccumulationPrecision {
  /// The key of spectra.
  var bytes: [UInt8] { BinaryWriter.bytes(of: self) }

  /// The key of those of parts of the rows.
  func bytes(partsOf objects: ObjectSource) -> [UInt8] {
    var writer = BinaryWriter()
    write(to: &writer)
    objects.write(to: &writer)
    return writer.bytes
  }
}
