import Analysis
import AnalysisEngine
import FileFixtures
import Foundation
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Hostile arithmetic")
struct HostileArithmeticTests {
  let directory: TemporaryDirectory
  private static let settings = FitSettings(range: FitRange(first: 3, last: 30) ?? .standard)

  init() throws { directory = try TemporaryDirectory() }

  private func analyse(
    _ rows: [[Double]], computesUncertainty: Bool = true
  ) async throws -> (record: AnalysisRecord, spectra: DumpSpectra) {
    try await directory.analyse(rows, fit: Self.settings, computesUncertainty: computesUncertainty)
  }

  private func rows(_ count: Int, _ features: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: 71)
    return quantized(generator.powerLawRows(count, features: features))
  }

  // More rows than features, and fewer: both routes. Values are multiples of 2⁻²⁰, to which an offset is added exactly:
  // storage rounds nothing, and what is left is the arithmetic.
  @Test(
    "A mean of 10², 10⁴ or 10⁶ standard deviations moves no number of the centred features, nor its interval",
    arguments: [1e2, 1e4, 1e6], [(200, 40), (40, 90)])
  func offset(mean: Double, shape: (rows: Int, features: Int)) async throws {
    let rows = rows(shape.rows, shape.features)
    let (expected, spectra) = try await analyse(rows)
    let (found, offset) = try await analyse(rows.map { $0.map { $0 + mean } })
    for measure in Measure.onePass.subtracting([.rankMe]) {
      let one = try #require(found.value(of: measure))
      let two = try #require(expected.value(of: measure))
      #expect(one.isClose(to: two, relative: 1e-11), "\(measure): \(one), \(two)")
      let error = found.uncertainty?.measures[measure]?.standardError
      let other = expected.uncertainty?.measures[measure]?.standardError
      #expect((error ?? 0).isClose(to: other ?? 0, relative: 1e-9), "\(measure)")
      #expect((error == nil) == (other == nil))
    }
    #expect(offset.spectrum.resolvableRank == spectra.spectrum.resolvableRank)
  }

  // The rows and their mirror images have mean 0 exactly, so their covariance is the second moment about the origin:
  // another way to it, which adds no mean to a reduced matrix. Beyond 10⁴ the singular values are near the noise floor,
  // on either side of it.
  @Test("RankMe with a large mean is that of the rows and their mirror images", arguments: [0, 1, 1e2, 1e4])
  func rankMe(mean: Double) async throws {
    for (count, features) in [(200, 40), (40, 90)] {
      let rows = rows(count, features).map { $0.map { $0 + mean } }
      let found = try #require(try await analyse(rows).record.value(of: .rankMe))
      let mirrored = rows.flatMap { row in [row, row.map { -$0 }] }
      let spectrum = try await analyse(mirrored, computesUncertainty: false).spectra.spectrum
      let singular = spectrum.eigenvalues.prefix(min(count, features))
        .map { $0 > spectrum.noiseFloor ? $0.squareRoot() : 0 }
      let expected = exponentialEntropy(singular, floor: 1e-7)
      #expect(found.isClose(to: expected, relative: 1e-8), "\(found), \(expected)")
    }
  }

  @Test(
    "α from 0 to 4 is that of a covariance which is known, and so are the rank measures", arguments: [0, 1, 2, 4.0])
  func population(decay: Double) async throws {
    let features = ExactFeatures(rowCount: 2000, features: 120, decay: decay)
    let record = try await directory.analyse(features.rows, computesUncertainty: false).record
    #expect(record.summary?.fit?.range == .standard && record.summary?.resolvableRank == 120)
    let noise = 120 * 0x1p-52
    // A relative error of λₖ below noise·λ₁/λₖ, at its greatest at the last fitted rank.
    let tolerance = 2 * noise * pow(100, decay)
    let alpha = try #require(record.alpha)
    #expect(abs(alpha - decay) < tolerance, "\(alpha)")
    let eigenvalues = features.eigenvalues
    let total = eigenvalues.reduce(0, +)
    let squares = eigenvalues.reduce(0) { $0 + $1 * $1 }
    let expected: [Measure: Double] = [
      .rankMe: exponentialEntropy(eigenvalues.map { $0.squareRoot() }, floor: 1e-7),
      .effectiveRank: exponentialEntropy(eigenvalues), .participationRatio: total * total / squares, .stableRank: total,
    ]
    for (measure, value) in expected {
      let found = try #require(record.value(of: measure))
      #expect(found.isClose(to: value, relative: 1e-9), "\(measure): \(found), \(value)")
    }
    let condition = try #require(record.value(of: .conditionNumber))
    #expect(condition.isClose(to: pow(120, decay), relative: 2 * noise * pow(120, decay)))
  }
}
