import Analysis
import AnalysisEngine
import FileFixtures
import Foundation
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Few rows, and many")
struct FewRowsTests {
  let directory: TemporaryDirectory
  private static let settings = FitSettings(range: FitRange(first: 2, last: 10) ?? .standard)

  init() throws { directory = try TemporaryDirectory() }

  private func analyse(_ rows: [[Double]]) async throws -> AnalysisRecord {
    try await directory.analyse(rows, fit: Self.settings).record
  }

  private func rows(_ count: Int, features: Int = 12) -> [[Double]] {
    var generator = SeededGenerator(seed: 73)
    return generator.powerLawRows(count, features: features, mean: 3)
  }

  @Test("Any number of rows around the number of features gives numbers, or says why not", arguments: [2, 7, 30])
  func fewRows(features: Int) async throws {
    for rowCount in [2, 3, 5, 19, 20, 21, 29, 30, 31, 32, 100] {
      let rows = rows(rowCount, features: features)
      // As they are, and with one that is left out of a group of its own.
      for nonFinite in [nil, 0] {
        var rows = rows
        if let nonFinite { rows[nonFinite][0] = .nan }
        let file = try directory.write(float64(rows), to: FilePath("\(rowCount)_\(nonFinite ?? -1).npy"))
        for settings in [FitSettings(), Self.settings] {
          let session = await Session.run([file], fit: settings, computesUncertainty: true)
          let found = session.finished + session.refined
          #expect(found.count == 2)
          for record in found {
            try expectSound(record, "\(rowCount) × \(features)")
            let used = rowCount - (nonFinite == nil ? 0 : 1)
            #expect(record.summary?.resolvableRank == max(0, min(used - 1, features)), "\(rowCount) × \(features)")
          }
        }
      }
    }
  }

  @Test("A hundred thousand rows of few features")
  func manyRows() async throws {
    let file = try directory.write(dump(rows: 100_000, columns: 6), to: "x.npy")
    let settings = FitSettings(range: try #require(FitRange(first: 1, last: 6)))
    let record = try #require(await Session.run([file], fit: settings, computesUncertainty: true).refined.first)
    try expectSound(record)
    #expect(record.summary?.resolvableRank == 6 && record.uncertainty?.measures[.alpha] != nil)
  }

  @Test("Fewer rows than groups are left out one at a time", arguments: [(12, 4), (12, 30)])
  func leaveOneOut(rowCount: Int, features: Int) async throws {
    let rows = rows(rowCount, features: features)
    let found = try #require(try await analyse(rows).uncertainty)
    #expect(found.groupCount == rowCount)
    var ranks: [Double] = []
    for i in rows.indices {
      var others = rows
      others.remove(at: i)
      ranks.append(try #require(try await analyse(others).value(of: .effectiveRank)))
    }
    let count = Double(rowCount)
    let mean = ranks.reduce(0, +) / count
    let squares = ranks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let expected = ((count - 1) / count * squares).squareRoot()
    let error = try #require(found.measures[.effectiveRank]?.standardError)
    #expect(error.isClose(to: expected, relative: 1e-9), "\(error), \(expected)")
  }
}
