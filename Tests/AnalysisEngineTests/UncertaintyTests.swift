import Analysis
import FileFixtures
import Foundation
import LinearAlgebra
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@testable import AnalysisEngine

@Suite("The intervals of a dump")
struct UncertaintyTests {
  let directory: TemporaryDirectory
  private static let settings = FitSettings(range: FitRange(first: 3, last: 30) ?? .standard)

  init() throws { directory = try TemporaryDirectory() }

  private func rows(_ count: Int, features: Int = 40, decay: Double = 1) -> [[Double]] {
    var generator = SeededGenerator(seed: 7)
    return generator.powerLawRows(count, features: features, decay: decay, mean: 2)
  }

  private func analyse(_ paths: [FilePath], memoryLimit: Int? = nil) async -> Session {
    await Session.run(paths, fit: Self.settings, memoryLimit: memoryLimit, computesUncertainty: true)
  }

  @Test("A shape that no memory is enough for, as a damaged store may tell of, has a plan")
  func largest() {
    for shape in [(1 << 40, 1 << 41), (1 << 41, 1 << 40), (2, Int.max)] {
      let shape = FeatureShape(sampleCount: shape.0, featureCount: shape.1, dataType: "float32")
      #expect(UncertaintyPlan(shape, memoryLimit: 1 << 40).byteCount == .max)
    }
  }

  @Test(
    "Of features too many for eigenvectors there are none unless the moments of all groups fit, which is known before")
  func eigenvectors() {
    let wide = FeatureShape(sampleCount: 1 << 20, featureCount: 32_768, dataType: "float32")
    #expect(UncertaintyPlan(wide, memoryLimit: 1 << 36).refusal == .orderTooLargeForEigenvectors(32_768))
    let roomy = UncertaintyPlan(wide, memoryLimit: 1 << 40)
    #expect(roomy.refusal == nil && roomy.method == .grouped)
    let allowed = FeatureShape(sampleCount: 1 << 20, featureCount: 32_766, dataType: "float32")
    #expect(UncertaintyPlan(allowed, memoryLimit: 1 << 36).refusal == nil)
    let refusal = UncertaintyPlan(allowed, memoryLimit: 1 << 30).refusal
    guard case .tooMuchMemory? = refusal else { return #expect(Bool(false), "\(String(describing: refusal))") }
  }

  @Test("come after every result, one for each dump that has a spectrum")
  func last() async throws {
    let files = try (0..<3).map { try directory.write(float64(rows(200)), to: FilePath("\($0).npy")) }
    try directory.write([1, 2, 3], to: "broken.npy")
    let session = await analyse([directory.path])
    let lastResult = try #require(session.updates.lastIndex { $0.isFinished })
    let firstInterval = try #require(session.updates.firstIndex { if case .refined = $0 { true } else { false } })
    #expect(lastResult < firstInterval)
    #expect(Set(session.refined.map(\.dump.path)) == Set(files))
    #expect(session.finished.allSatisfy { $0.uncertainty == nil })
  }

  @Test(
    "are those of replicates that each leave out a twentieth of the rows, on both routes",
    arguments: [(200, 40), (65, 40), (35, 60)])
  func replicates(rowCount: Int, features: Int) async throws {
    let rows = rows(rowCount, features: features)
    let file = try directory.write(float64(rows), to: "all.npy")
    let session = await analyse([file])
    let spectra = try #require(await session.engine.spectra(of: file.dump))
    let replicates = try #require(spectra.replicates)
    #expect(replicates.method == .groupedJackknife && replicates.spectra.count == 20)
    let groups = RowGroups(20, ofRows: rowCount)
    for group in [0, 7, 19] {
      let kept = rows.enumerated().filter { groups[$0.offset] != group }.map(\.element)
      let other = try directory.write(float64(kept), to: FilePath("without_\(group).npy"))
      let expected = try #require(await analyse([other]).engine.spectra(of: other.dump)?.spectrum)
      let found = replicates.spectra[group]
      #expect(found.resolvableRank == expected.resolvableRank)
      let ranks = min(found.resolvableRank, 30)
      let close = Array(found.eigenvalues.prefix(ranks)).isClose(
        to: Array(expected.eigenvalues.prefix(ranks)), relative: 1e-12)
      #expect(close)
      let (one, two) = (try #require(found.rankMe), try #require(expected.rankMe))
      #expect(one.isClose(to: two, relative: 1e-9))
    }
  }

  @Test("do not depend on the order of rows: sorted by class they are within 20 % of shuffled ones")
  func sortedByClass() async throws {
    // Ten classes with means of their own, so that neighbours are alike; several orders of each kind, because the error of a
    // standard error from twenty groups is a sixth of it.
    var generator = SeededGenerator(seed: 3)
    let centres = generator.powerLawRows(10, features: 60, decay: 2)
    let noise = generator.powerLawRows(600, features: 60)
    let classes = (0..<10).map { c in
      (0..<60).map { i in zip(noise[60 * c + i], centres[c]).map { $0 + $1 } }
    }
    var errors: [String: Double] = [:]
    for number in 0..<8 {
      let sorted = classes.flatMap { $0.shuffled(using: &generator) }
      for (kind, rows) in [("sorted", sorted), ("shuffled", sorted.shuffled(using: &generator))] {
        let file = try directory.write(float64(rows), to: FilePath("\(kind)_\(number).npy"))
        let record = try #require(await analyse([file]).refined.first)
        errors[kind, default: 0] += try #require(record.uncertainty?.measures[.alpha]).standardError
      }
    }
    let (sorted, shuffled) = (try #require(errors["sorted"]), try #require(errors["shuffled"]))
    #expect(sorted.isClose(to: shuffled, relative: 0.2), "\(errors)")
  }

  @Test("move with the fitted ranks")
  func moves() async throws {
    let file = try directory.write(float64(rows(200)), to: "x.npy")
    let session = await analyse([file])
    let record = try #require(session.refined.first)
    let spectra = try #require(await session.engine.spectra(of: file.dump))
    let elsewhere = FitSettings(range: try #require(FitRange(first: 10, last: 35)))
    let moved = record.fitted(to: spectra, with: elsewhere)
    let before = try #require(record.uncertainty?.measures[.alpha])
    let after = try #require(moved.uncertainty?.measures[.alpha])
    #expect(after.interval.contains(try #require(moved.alpha)))
    #expect(after != before)
    #expect(moved.uncertainty?.measures[.effectiveRank] == record.uncertainty?.measures[.effectiveRank])
  }

  @Test("are there for every measure, and α for nested subsamples with as many rows as they say")
  func everyMeasure() async throws {
    let file = try directory.write(float64(rows(205)), to: "x.npy")
    let uncertainty = try #require(await analyse([file]).refined.first?.uncertainty)
    for measure in Measure.onePass {
      let error = try #require(uncertainty.measures[measure]?.standardError, "\(measure)")
      #expect(error > 0 && error.isFinite)
    }
    // Groups 0 to 4 have eleven rows, the others ten.
    #expect(uncertainty.alphaBySampleCount.map(\.sampleCount) == [11, 22, 55, 105, 205])
    #expect(uncertainty.alphaBySampleCount.last?.alpha == (await analyse([file]).finished.first?.alpha))
  }

  @Test("are found to first order where the moments of all groups do not fit into memory, within a quarter")
  func littleMemory() async throws {
    let file = try directory.write(float64(rows(400)), to: "x.npy")
    let exact = try #require(await analyse([file]).refined.first?.uncertainty)
    let session = await analyse([file], memoryLimit: 1_000_000)
    let linearised = try #require(session.refined.first?.uncertainty)
    #expect(exact.method == .groupedJackknife && linearised.method == .infinitesimalJackknife)
    for measure in Measure.onePass {
      let one = try #require(exact.measures[measure]?.standardError)
      let two = try #require(linearised.measures[measure]?.standardError)
      #expect(one.isClose(to: two, relative: 0.25), "\(measure): \(one), \(two)")
    }
  }

  @Test("are not computed from another file than the result: that is said instead")
  func changedMeanwhile() async throws {
    let file = try directory.write(float64(rows(200)), to: "x.npy")
    let other = float64(rows(210))
    let session = await Session.run([file], fit: Self.settings, computesUncertainty: true) { update in
      guard update.isFinished else { return }
      #expect(throws: Never.self) { try Data(other).write(to: URL(filePath: file.string)) }
    }
    let record = try #require(session.refined.first)
    #expect(record.uncertainty == nil && record.summary != nil)
    #expect(record.warnings.contains { $0.code == .noInterval && $0.message.contains("another file") })
  }
}
