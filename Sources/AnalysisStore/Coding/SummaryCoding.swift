import Analysis
import LinearAlgebra
import Spectra

extension RankMeasures: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    rankMe.write(to: &writer)
    effectiveRank.write(to: &writer)
    participationRatio.write(to: &writer)
    stableRank.write(to: &writer)
    conditionNumber.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    self.init(
      rankMe: try Double?(from: &reader), effectiveRank: try Double(from: &reader),
      participationRatio: try Double(from: &reader), stableRank: try Double(from: &reader),
      conditionNumber: try Double(from: &reader))
  }
}

/// Of all eigenvalues of features: no other summary is stored.
extension SpectrumSummary: BinaryCodable {
  func write(to writer: inout BinaryWriter) {
    fit.write(to: &writer)
    ranks.write(to: &writer)
    resolvableRank.write(to: &writer)
    noiseFloor.write(to: &writer)
    totalVariance.write(to: &writer)
    sketch.write(to: &writer)
    origin.precision.write(to: &writer)
    nonFiniteRows.write(to: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryReader.Damage) {
    let fit = try PowerLawFit?(from: &reader)
    let ranks = try RankMeasures?(from: &reader)
    let resolvableRank = try Int(from: &reader)
    let noiseFloor = try Double(from: &reader)
    let totalVariance = try Double(from: &reader)
    let sketch = try [Double](from: &reader)
    let precision = try AccumulationPrecision?(from: &reader)
    let nonFiniteRows = try Int(from: &reader)
    guard let precision, resolvableRank >= 0, nonFiniteRows >= 0, sketch.count <= Self.sketchLength,
      (fit?.range.last ?? 0) <= resolvableRank
    else { throw BinaryReader.Damage() }
    self.init(
      fit: fit, ranks: ranks, resolvableRank: resolvableRank, noiseFloor: noiseFloor, totalVariance: totalVariance,
      sketch: sketch, origin: .features(precision), nonFiniteRows: nonFiniteRows)
  }
}
