import Analysis
import LinearAlgebra
import Spectra

extension TokenPooling: BinaryCodable {}

extension FeatureShape: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    sampleCount.write(to: &writer)
    featureCount.write(to: &writer)
    dataType.write(to: &writer)
    tokens.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      sampleCount: try Int(from: &reader), featureCount: try Int(from: &reader), dataType: try String(from: &reader),
      tokens: try TokenPooling?(from: &reader))
    guard sampleCount >= 0, featureCount >= 0 else { throw BinaryReader.Damage() }
  }
}

extension AnalysisWarning.Code: BinaryCodable {}

extension AnalysisWarning: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    code.write(to: &writer)
    message.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(try Code(from: &reader), try String(from: &reader))
  }
}

extension StoredRecord: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    shape.write(to: &writer)
    summary.write(to: &writer)
    requested.write(to: &writer)
    uncertainty.write(to: &writer)
    warnings.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    shape = try FeatureShape(from: &reader)
    summary = try SpectrumSummary(from: &reader)
    requested = try [Measure: Double](from: &reader)
    uncertainty = try RecordUncertainty?(from: &reader)
    warnings = try [AnalysisWarning](from: &reader)
    guard summary.nonFiniteRows <= shape.sampleCount else { throw BinaryReader.Damage() }
  }
}
