import LinearAlgebra
import NumericalTesting
import Testing

@Suite("Gram matrices from slabs of columns")
struct GramTests {
  @Test("Slabs of any width give the non-zero eigenvalues of the covariance", arguments: [1, 7, 64, 89, 90])
  func slabs(width: Int) throws {
    var generator = SeededGenerator(seed: 6)
    let rows = generator.powerLawRows(40, features: 90, mean: 7)
    let second = try gram(rows, slabWidth: width).centredGram()
    let covariance = try covariance(rows)
    #expect(second.sampleCount == 40)
    #expect(second.meanSquares.isClose(to: covariance.meanSquares, relative: 1e-12))
    let own = try second.matrix.eigenvalues()
    #expect(own.isClose(to: Array(try covariance.matrix.eigenvalues().prefix(40)), relative: 1e-12))
    #expect(abs(own[39]) < 1e-12 * own[0], "a centred Gram matrix is singular")
    try expectSame(second, covariance)
  }

  @Test("A row that turns out unusable in any slab is left out of all", arguments: [0, 3, 4, 11])
  func lateNaN(column: Int) throws {
    var generator = SeededGenerator(seed: 16)
    var rows = generator.powerLawRows(10, features: 12, mean: 2)
    let clean = rows.indices.filter { $0 != 4 }.map { rows[$0] }
    rows[4] = [Double](repeating: 1e30, count: 12)
    rows[4][column] = column.isMultiple(of: 2) ? .infinity : .nan
    let accumulator = try gram(rows, slabWidth: 4)
    #expect(!accumulator.needsRestart)
    let second = try accumulator.centredGram()
    #expect(second.nonFiniteRowCount == 1)
    #expect(second.sampleCount == 9)
    let expected = try covariance(clean)
    try expectSame(second, expected)
    // Its values in earlier slabs are among the squares of features, whose sum alone is known without them.
    let mean = [Double](repeating: expected.meanSquaredNorm / 12, count: 12)
    #expect(second.meanSquares.isClose(to: column > 3 ? mean : expected.meanSquares, relative: 1e-12))
  }

  @Test("What an unusable row did to the others before it was known is undone by starting again")
  func restart() throws {
    var generator = SeededGenerator(seed: 17)
    var rows = generator.powerLawRows(6, features: 12)
    let clean = Array(rows.dropFirst())
    rows[0] = [0x1p700] + [Double](repeating: 1, count: 10) + [.nan]
    var accumulator = try gram(rows, slabWidth: 4)
    #expect(accumulator.needsRestart)
    accumulator.restart()
    add(rows, slabWidth: 4, to: &accumulator)
    #expect(!accumulator.needsRestart)
    try expectSame(accumulator.centredGram(), covariance(clean))
  }

  @Test("The unit follows the slabs", arguments: [[0, 600], [600, 0], [-600, 0], [0, -600], [-600, -600]])
  func units(exponents: [Int]) throws {
    var generator = SeededGenerator(seed: 18)
    let rows = generator.powerLawRows(5, features: 8, mean: 1).map { row in
      row.enumerated().map { j, x in x * Double(sign: .plus, exponent: exponents[j / 4], significand: 1) }
    }
    let second = try gram(rows, slabWidth: 4).centredGram()
    let expected = try covariance(rows)
    let factor = Double(sign: .plus, exponent: expected.exponent - second.exponent, significand: 1)
    let eigenvalues = try expected.matrix.eigenvalues().prefix(5).map { $0 * factor }
    #expect(try second.matrix.eigenvalues().isClose(to: eigenvalues, relative: 1e-12))
  }

  @Test("A part of the rows has the moments of that part alone", arguments: [2, 5, 30])
  func keeping(groups: Int) throws {
    var generator = SeededGenerator(seed: 19)
    var rows = generator.powerLawRows(30, features: 50, mean: 20)
    rows[11][3] = .nan
    rows[7] = rows[7].map { $0 * 1e4 }
    let accumulator = try gram(rows, slabWidth: 16)
    for group in 0..<groups {
      let part = rows.indices.filter { $0 % groups != group }
      let found = try accumulator.secondMoments(keeping: { $0 % groups != group })
      #expect(found.nonFiniteRowCount == (part.contains(11) ? 1 : 0))
      try expectSame(found, covariance(part.map { rows[$0] }))
    }
    let none = try accumulator.secondMoments(keeping: { _ in false }).eigenvalues()
    #expect(none.centred.isEmpty)
    #expect(none.uncentred == [])
  }

  @Test("Slabs take 32 MiB at most, but have 64 columns at least")
  func slabWidth() {
    #expect(GramAccumulator.recommendedSlabWidth(sampleCount: 2) == 2048)
    #expect(GramAccumulator.recommendedSlabWidth(sampleCount: 2048) == 2048)
    #expect(GramAccumulator.recommendedSlabWidth(sampleCount: 8192) == 512)
    #expect(GramAccumulator.recommendedSlabWidth(sampleCount: 1_000_000) == 64)
  }

  /// Both spectra, to what the larger of them can resolve.
  private func expectSame(_ gram: SecondMoments, _ covariance: SecondMoments) throws {
    let found = try gram.eigenvalues()
    let expected = try covariance.eigenvalues()
    let rank = found.centred.count
    #expect(found.centred.isClose(to: Array(expected.centred.prefix(rank)), relative: 1e-12))
    #expect(try #require(found.uncentred).isClose(to: #require(expected.uncentred), relative: 1e-12))
  }

  private func gram(_ rows: [[Double]], slabWidth: Int) throws -> GramAccumulator {
    var accumulator = try GramAccumulator(rowCount: rows.count)
    add(rows, slabWidth: slabWidth, to: &accumulator)
    return accumulator
  }

  private func add(_ rows: [[Double]], slabWidth: Int, to accumulator: inout GramAccumulator) {
    for start in stride(from: 0, to: rows[0].count, by: slabWidth) {
      accumulator.add(columns: RowBlock(rows: rows.map { Array($0[start..<min(start + slabWidth, $0.count)]) }))
    }
  }

  private func covariance(_ rows: [[Double]]) throws -> SecondMoments {
    var moments = try MomentsAccumulator(featureCount: rows[0].count)
    moments.add(RowBlock(rows: rows))
    return moments.covariance()
  }
}
