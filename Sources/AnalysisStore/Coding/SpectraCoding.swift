import LinearAlgebra
import Spectra

/// Of all eigenvalues of features: no other spectrum is stored.
extension Eigenspectrum: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    precision.write(to: &writer)
    exponent.write(to: &writer)
    noiseFloor.write(to: &writer)
    resolvableRank.write(to: &writer)
    rankMe.write(to: &writer)
    storedTotalVariance.write(to: &writer)
    eigenvalues.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    guard let precision = try AccumulationPrecision?(from: &reader) else { throw BinaryReader.Damage() }
    let exponent = try Int(from: &reader)
    let noiseFloor = try Double(from: &reader)
    let resolvableRank = try Int(from: &reader)
    let rankMe = try Double?(from: &reader)
    let totalVariance = try Double(from: &reader)
    let spectrum = Eigenspectrum(
      storedEigenvalues: try [Double](from: &reader), exponent: exponent, noiseFloor: noiseFloor,
      resolvableRank: resolvableRank, rankMe: rankMe, precision: precision, scaledTotalVariance: totalVariance)
    guard let spectrum else { throw BinaryReader.Damage() }
    self = spectrum
  }
}

extension ReplicateSpectra: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    method.write(to: &writer)
    objects.write(to: &writer)
    spectra.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      method: try Method(from: &reader), objects: try Objects(from: &reader),
      spectra: try [Eigenspectrum](from: &reader))
  }
}

extension NestedSpectra: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    sampleCounts.write(to: &writer)
    spectra.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(sampleCounts: try [Int](from: &reader), spectra: try [Eigenspectrum](from: &reader))
    guard sampleCounts.count == spectra.count else { throw BinaryReader.Damage() }
  }
}

/// The spectra of parts of a dump's rows, which are many times as long as its own.
struct PartSpectra: BinaryCodable {
  let replicates: ReplicateSpectra?
  let nested: NestedSpectra?

  /// Nil where there are none.
  init?(_ spectra: DumpSpectra) {
    guard spectra.replicates != nil || spectra.nested != nil else { return nil }
    replicates = spectra.replicates
    nested = spectra.nested
  }

  func write(to writer: inout BinaryWriter) {
    replicates.write(to: &writer)
    nested.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    replicates = try ReplicateSpectra?(from: &reader)
    nested = try NestedSpectra?(from: &reader)
  }
}
