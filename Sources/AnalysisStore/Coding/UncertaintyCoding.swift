import Analysis
import Spectra

extension ReplicateSpectra.Method: BinaryCodable {}
extension ReplicateSpectra.Objects.Kind: BinaryCodable {}

extension ReplicateSpectra.Objects: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    kind.write(to: &writer)
    count.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(try Kind(from: &reader), count: try Int(from: &reader))
  }
}

extension Uncertainty: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    standardError.write(to: &writer)
    interval.lowerBound.write(to: &writer)
    interval.upperBound.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let stored = Uncertainty(
      standardError: try Double(from: &reader), lowerBound: try Double(from: &reader),
      upperBound: try Double(from: &reader))
    guard let stored else { throw BinaryReader.Damage() }
    self = stored
  }
}

/// In the order of the measures' names, so that equal dictionaries are equal bytes.
extension Dictionary: BinaryCodable where Key == Measure, Value: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    count.write(to: &writer)
    for (measure, value) in sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      measure.write(to: &writer)
      value.write(to: &writer)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self = [:]
    for _ in 0..<(try reader.count()) {
      let measure = try Measure(from: &reader)
      self[measure] = try Value(from: &reader)
    }
  }
}

extension RecordUncertainty.AlphaAtSampleCount: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    sampleCount.write(to: &writer)
    alpha.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(storedSampleCount: try Int(from: &reader), alpha: try Double?(from: &reader))
  }
}

extension RecordUncertainty: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    method.write(to: &writer)
    groupCount.write(to: &writer)
    objects.write(to: &writer)
    measures.write(to: &writer)
    alphaBySampleCount.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      method: try ReplicateSpectra.Method(from: &reader), groupCount: try Int(from: &reader),
      objects: try ReplicateSpectra.Objects(from: &reader), measures: try [Measure: Uncertainty](from: &reader),
      alphaBySampleCount: try [AlphaAtSampleCount](from: &reader))
  }
}
