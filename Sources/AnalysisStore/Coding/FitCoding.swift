import Analysis
import LinearAlgebra
import Spectra

extension AccumulationPrecision: BinaryCodable {}
extension PowerLawFit.Estimator: BinaryCodable {}
extension AcceptanceRule: BinaryCodable {}
extension Measure: BinaryCodable {}

extension FitRange: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    first.write(to: &writer)
    last.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    guard let range = FitRange(first: try Int(from: &reader), last: try Int(from: &reader)) else {
      throw BinaryReader.Damage()
    }
    self = range
  }
}

extension FitSettings: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    range.write(to: &writer)
    estimator.write(to: &writer)
    acceptance.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      range: try FitRange(from: &reader), estimator: try PowerLawFit.Estimator(from: &reader),
      acceptance: try AcceptanceRule?(from: &reader))
  }
}

extension PowerLawFit.Replaced: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    range.write(to: &writer)
    rSquared.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(storedRange: try FitRange(from: &reader), rSquared: try Double(from: &reader))
  }
}

extension PowerLawFit: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    estimator.write(to: &writer)
    range.write(to: &writer)
    alpha.write(to: &writer)
    intercept.write(to: &writer)
    rSquared.write(to: &writer)
    replaced.write(to: &writer)
    isAccepted.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      estimator: try Estimator(from: &reader), range: try FitRange(from: &reader), alpha: try Double(from: &reader),
      intercept: try Double(from: &reader), rSquared: try Double?(from: &reader),
      replaced: try Replaced?(from: &reader), isAccepted: try Bool(from: &reader))
  }
}
