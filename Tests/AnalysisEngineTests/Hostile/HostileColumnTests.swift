import Analysis
import AnalysisEngine
import FileFixtures
import Foundation
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("Features that depend on one another")
struct HostileColumnTests {
  let directory: TemporaryDirectory
  private static let settings = FitSettings(range: FitRange(first: 2, last: 10) ?? .standard)
  /// More rows than features, and fewer: both routes.
  static let rowCounts = [150, 20]

  init() throws { directory = try TemporaryDirectory() }

  private func analyse(_ rows: [[Double]]) async throws -> AnalysisRecord {
    try await directory.analyse(rows, fit: Self.settings).record
  }

  private func rows(_ count: Int, features: Int = 12) -> [[Double]] {
    var generator = SeededGenerator(seed: 73)
    return generator.powerLawRows(count, features: features, mean: 3)
  }

  /// Expects the same numbers of two dumps with the same non-zero eigenvalues up to a factor.
  private func expectEqual(
    _ found: AnalysisRecord, _ expected: AnalysisRecord, measures: Set<Measure> = .init(Measure.onePass),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(found.summary?.resolvableRank == expected.summary?.resolvableRank, sourceLocation: sourceLocation)
    for measure in measures {
      let one = try #require(found.value(of: measure), sourceLocation: sourceLocation)
      let two = try #require(expected.value(of: measure), sourceLocation: sourceLocation)
      #expect(one.isClose(to: two, relative: 1e-9), "\(measure): \(one), \(two)", sourceLocation: sourceLocation)
      let errors = [found, expected].map { $0.uncertainty?.measures[measure]?.standardError }
      let close = (errors[0] ?? 0).isClose(to: errors[1] ?? 0, relative: 1e-7)
      #expect(close, "\(measure): \(errors)", sourceLocation: sourceLocation)
    }
  }

  @Test("Columns that are sums of others have no rank of their own", arguments: rowCounts)
  func deficient(rowCount: Int) async throws {
    let rows = rows(rowCount)
    let deficient = rows.map { row -> [Double] in
      let sums = (0..<12).map { j -> Double in row[j] - 2 * row[(j + 1) % 12] + row[(j + 5) % 12] }
      return row + sums
    }
    let record = try await analyse(deficient)
    #expect(record.summary?.resolvableRank == 12)
    let condition = try #require(record.value(of: .conditionNumber))
    #expect(condition < 1e4)
  }

  // RankMe counts every singular value of 0 with p = 10⁻⁷.
  private func expectRankMe(
    _ found: AnalysisRecord, of expected: AnalysisRecord, furtherZeros count: Int
  ) throws {
    let one = try #require(found.value(of: .rankMe))
    let two = try #require(expected.value(of: .rankMe))
    let further = -Double(count) * 1e-7 * log(1e-7)
    #expect(one.isClose(to: two * exp(further), relative: 1e-11), "\(one), \(two)")
  }

  @Test("Columns twice have the measures of columns once", arguments: rowCounts)
  func duplicated(rowCount: Int) async throws {
    let rows = rows(rowCount)
    let expected = try await analyse(rows)
    let found = try await analyse(rows.map { $0 + $0 })
    try expectEqual(found, expected, measures: Measure.onePass.subtracting([.rankMe]))
    try expectRankMe(found, of: expected, furtherZeros: min(rowCount, 24) - 12)
  }

  @Test("Columns that are constant count for nothing", arguments: rowCounts, [0, 0.1, 1e6 / 3])
  func constant(rowCount: Int, value: Double) async throws {
    let rows = rows(rowCount)
    let expected = try await analyse(rows)
    let found = try await analyse(rows.map { [value] + $0 + [Double](repeating: value, count: 11) })
    try expectEqual(found, expected, measures: Measure.onePass.subtracting([.rankMe]))
    if value == 0 { try expectRankMe(found, of: expected, furtherZeros: min(rowCount, 24) - 12) }
  }

  // Sums of such values are rounded, so that their mean is another, and times 1/49 or 1/107, 49 or 107 are not 1.
  @Test("Features that are all constant do not vary, whatever their value", arguments: [0.1, 1 / 3.0, 1e6 / 7, 1e30])
  func allConstant(value: Double) async throws {
    for (rowCount, features) in [(49, 40), (107, 9), (600, 4), (9, 4), (4, 9), (49, 100)] {
      let row = (1...features).map { value * Double($0) }
      let file = try directory.write(
        float64([[Double]](repeating: row, count: rowCount)), to: FilePath("\(rowCount)_\(features).npy"))
      let session = await Session.run([file], computesUncertainty: true)
      for record in session.finished + session.refined {
        try expectSound(record)
        #expect(record.warnings.map(\.code) == [.noVariance], "\(rowCount) × \(features)")
        #expect(record.summary?.totalVariance == 0)
      }
    }
  }

  @Test("One column that varies is one direction", arguments: [(60, 12), (8, 12), (2, 12)])
  func oneDirection(rowCount: Int, features: Int) async throws {
    let rows = (0..<rowCount).map { i in
      (0..<features).map { j -> Double in j == 5 ? Double(i * i % 13) : 0.1 * Double(j) }
    }
    let record = try await analyse(rows)
    #expect(record.summary?.resolvableRank == 1)
    for measure in [Measure.effectiveRank, .participationRatio, .stableRank, .conditionNumber] {
      #expect(record.value(of: measure) == 1, "\(measure)")
    }
  }

  @Test("The order of columns and rows is no matter", arguments: rowCounts)
  func permuted(rowCount: Int) async throws {
    var generator = SeededGenerator(seed: 74)
    let rows = rows(rowCount, features: 30)
    let expected = try await analyse(rows)
    let order = Array(0..<30).shuffled(using: &generator)
    try expectEqual(try await analyse(rows.map { row in order.map { row[$0] } }), expected)
    // Other rows are left out together then, so that intervals are others.
    let shuffled = try await analyse(rows.shuffled(using: &generator))
    for measure in Measure.onePass {
      let one = try #require(shuffled.value(of: measure))
      let two = try #require(expected.value(of: measure))
      #expect(one.isClose(to: two, relative: 1e-9), "\(measure)")
    }
  }
}
