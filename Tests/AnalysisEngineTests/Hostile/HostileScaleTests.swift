import Analysis
import AnalysisEngine
import FileFixtures
import Foundation
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Features of any scale")
struct HostileScaleTests {
  let directory: TemporaryDirectory
  private static let settings = FitSettings(range: FitRange(first: 3, last: 30) ?? .standard)

  init() throws { directory = try TemporaryDirectory() }

  private func analyse(_ rows: [[Double]]) async throws -> (record: AnalysisRecord, spectra: DumpSpectra) {
    try await directory.analyse(rows, fit: Self.settings)
  }

  private func rows(_ count: Int, _ features: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: 71)
    return quantized(generator.powerLawRows(count, features: features))
  }

  @Test(
    "A power of two times the features gives the same eigenvalues to the bit, in another unit",
    arguments: [-498, -100, 100, 498])
  func binaryScale(exponent: Int) async throws {
    let factor = Double(sign: .plus, exponent: exponent, significand: 1)
    for (count, features) in [(200, 40), (40, 90)] {
      let rows = rows(count, features)
      let (expected, spectra) = try await analyse(rows)
      let (found, scaled) = try await analyse(rows.map { $0.map { $0 * factor } })
      let unit = Double(sign: .plus, exponent: 2 * exponent - scaled.spectrum.exponent, significand: 1)
      #expect(scaled.spectrum.eigenvalues == spectra.spectrum.eigenvalues.map { $0 * unit })
      for measure in Measure.onePass {
        let one = try #require(found.value(of: measure))
        let two = try #require(expected.value(of: measure))
        // Logarithms of other numbers are rounded otherwise: some 10⁻¹³ where they are in the hundreds.
        #expect(measure == .alpha ? one.isClose(to: two, relative: 1e-12) : one == two, "\(measure): \(one), \(two)")
        let error = found.uncertainty?.measures[measure]?.standardError ?? 0
        #expect(error.isClose(to: expected.uncertainty?.measures[measure]?.standardError ?? 0, relative: 1e-9))
      }
      #expect(found.summary?.resolvableRank == expected.summary?.resolvableRank)
    }
  }

  @Test("Features of any scale have the same measures", arguments: [1e-150, 1e-30, 1e30, 1e150])
  func scale(factor: Double) async throws {
    for (count, features) in [(200, 40), (40, 90)] {
      let rows = rows(count, features)
      let expected = try await analyse(rows).record
      let found = try await analyse(rows.map { $0.map { $0 * factor } }).record
      for measure in Measure.onePass {
        let one = try #require(found.value(of: measure))
        let two = try #require(expected.value(of: measure))
        #expect(one.isClose(to: two, relative: 1e-10), "\(measure): \(one), \(two)")
      }
    }
  }

  @Test(
    "What a double cannot hold is missing, with a warning, from JSON and from the table", arguments: [1e-200, 1e200])
  func notRepresentable(factor: Double) async throws {
    let record = try await analyse(rows(200, 40).map { $0.map { $0 * factor } }).record
    #expect(record.alpha != nil && record.warnings.contains { $0.code == .notRepresentable })
    let fields = RecordTable([record]).lines.joined(separator: ",").split(separator: ",")
    #expect(!fields.contains { ["nan", "-nan", "inf", "-inf"].contains($0) }, "\(fields)")
  }

  @Test("Rows that become larger by 10¹⁰⁰ from block to block are those of the last block, as far as digits go")
  func growing() async throws {
    var generator = SeededGenerator(seed: 72)
    let last = generator.powerLawRows(600, features: 12)
    let tiny = last.prefix(512).map { $0.map { $0 * 1e-100 } }
    let settings = FitSettings(range: try #require(FitRange(first: 2, last: 10)))
    let found = try await directory.analyse(tiny + last, fit: settings).record
    let expected = try await directory.analyse(tiny.map { $0.map { $0 * 0 } } + last, fit: settings).record
    for measure in Measure.onePass {
      let one = try #require(found.value(of: measure))
      let two = try #require(expected.value(of: measure))
      #expect(one.isClose(to: two, relative: 1e-12), "\(measure)")
    }
  }
}
