import LinearAlgebra
import NumericalTesting
import Testing

@Suite("Centred and uncentred spectrum from one reduction")
struct MomentEigenvaluesTests {
  /// Numbers of rows around the number of features, for both routes and where they meet.
  static let shapes = [(2, 2), (2, 9), (9, 2), (11, 12), (12, 12), (13, 12), (40, 12), (12, 40), (130, 70), (70, 130)]
  static let offsets: [Double] = [0, 1e-9, 0.3, 100, 1e6]

  @Test("Both agree with LAPACK on the matrices formed in full", arguments: shapes, offsets)
  func againstExplicitMatrices(shape: (Int, Int), offset: Double) throws {
    var generator = SeededGenerator(seed: UInt64(shape.0 * 1000 + shape.1))
    let rows = generator.powerLawRows(shape.0, features: shape.1, mean: offset)
    try expectAgreement(rows)
  }

  @Test("A mean of exactly zero needs no reflection", arguments: [3, 20])
  func zeroMean(pairs: Int) throws {
    var generator = SeededGenerator(seed: 11)
    let half = generator.powerLawRows(pairs, features: 10)
    try expectAgreement(half.flatMap { row in [row, row.map { -$0 }] })
  }

  @Test("Constant columns lie in the mean alone", arguments: [6, 30])
  func constantColumns(count: Int) throws {
    var generator = SeededGenerator(seed: 12)
    try expectAgreement(generator.powerLawRows(count, features: 8).map { [5, 0] + $0 + [-7] })
  }

  @Test("Equal rows have no centred spectrum and one uncentred value", arguments: [4, 9])
  func equalRows(count: Int) throws {
    try expectAgreement(Array(repeating: [1, 2, 3, 4, 5, 6], count: count))
  }

  @Test(
    "Scales from 1e-30 to 1e30, and those whose squares leave a double, change the unit only",
    arguments: [-1000, -600, -250, -100, 100, 250, 600, 1000], [12, 40])
  func scales(exponent: Int, count: Int) throws {
    var generator = SeededGenerator(seed: 13)
    let rows = generator.powerLawRows(count, features: 20, mean: 2)
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let scaled = try moments(rows.map { $0.map { $0 * unit } })
    let shift = 2 * exponent - scaled.exponent
    let factor = Double(sign: .plus, exponent: shift, significand: 1)
    let expected = try moments(rows).eigenvalues()
    let found = try scaled.eigenvalues()
    #expect(found.centred.isClose(to: expected.centred.map { $0 * factor }, relative: 1e-13))
    let uncentred = try #require(expected.uncentred).map { $0 * factor }
    #expect(try #require(found.uncentred).isClose(to: uncentred, relative: 1e-13))
  }

  @Test("A mean of a million standard deviations costs the centred spectrum nothing", arguments: [12, 40])
  func largeMean(count: Int) throws {
    var generator = SeededGenerator(seed: 15)
    // Multiples of 2⁻²⁰ stay exact when 2²⁰ is added, so that both matrices have the same covariance.
    let rows = generator.powerLawRows(count, features: 16).map { $0.map { ($0 * 0x1p20).rounded() * 0x1p-20 } }
    let found = try moments(rows.map { $0.map { $0 + 0x1p20 } }).eigenvalues()
    let expected = try moments(rows).eigenvalues()
    #expect(found.centred.isClose(to: expected.centred, relative: 1e-13))
  }

  @Test("What is not asked for is not computed, and leaves the centred spectrum as it is", arguments: [7, 30])
  func centredAlone(count: Int) throws {
    var generator = SeededGenerator(seed: 14)
    let rows = generator.powerLawRows(count, features: 15, mean: 3)
    let alone = try moments(rows).eigenvalues(includingUncentred: false)
    #expect(alone.uncentred == nil)
    #expect(try alone.centred.isClose(to: moments(rows).eigenvalues().centred, relative: 1e-13))
  }

  @Test("Fewer finite rows than features leave as many uncentred values as rows")
  func missingRows() throws {
    let rows: [[Double]] = [[1, 2, 4], [.nan, 0, 0], [3, 1, 1]]
    let found = try moments(rows).eigenvalues()
    #expect(found.uncentred?.count == 2)
    #expect(found.centred.count == 3)
  }

  @Test("No rows have no uncentred values", arguments: [2, 9])
  func noRows(count: Int) throws {
    let found = try moments(Array(repeating: [Double](repeating: .nan, count: 5), count: count)).eigenvalues()
    #expect(found.uncentred == [])
    #expect(found.centred.allSatisfy { $0 == 0 })
  }

  /// Compares with `dsyevd` of the covariance and of the second moment about the origin, each formed from its
  /// definition.
  private func expectAgreement(_ rows: [[Double]]) throws {
    let n = Double(rows.count)
    let features = rows[0].indices
    let mean = features.map { j in rows.reduce(0) { $0 + $1[j] } / n }
    let centredRows = rows.map { row in features.map { row[$0] - mean[$0] } }
    let centred = try SymmetricMatrix(rows: secondMoment(centredRows)).eigenvalues()
    let uncentred = try SymmetricMatrix(rows: secondMoment(rows)).eigenvalues()
    let rank = min(rows.count, features.count)
    let found = try moments(rows).eigenvalues()
    // The mean is known to its last digit only, so that a large one moves even the centred rows.
    let largest = mean.map(abs).max() ?? 0
    let scale = max(centred[0], 1e-30 + largest * largest * 0x1p-52)
    for (k, value) in found.centred.prefix(rank).enumerated() {
      #expect(value.isClose(to: centred[k], relative: 1e-11, scale: scale))
    }
    #expect(try #require(found.uncentred).isClose(to: Array(uncentred.prefix(rank)), relative: 1e-13))
  }

  private func secondMoment(_ rows: [[Double]]) -> [[Double]] {
    let features = rows[0].indices
    return features.map { i in
      features.map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } / Double(rows.count) }
    }
  }

  private func moments(_ rows: [[Double]]) throws -> SecondMoments {
    var moments = try FeatureMoments(sampleCount: rows.count, featureCount: rows[0].count)
    moments.add(RowBlock(rows: rows))
    return try moments.secondMoments()
  }
}
