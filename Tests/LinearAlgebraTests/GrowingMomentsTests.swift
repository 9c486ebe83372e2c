import LinearAlgebra
import NumericalTesting
import Testing

@Suite("Moments of matrices to which rows are appended")
struct GrowingMomentsTests {
  @Test("Any schedule of appended rows gives the spectrum of all rows at once", arguments: [UInt64](1...40))
  func schedules(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let featureCount = Int.random(in: 4...40, using: &generator)
    let rows = generator.rowsToAppend(Int.random(in: 8...100, using: &generator), features: featureCount)
    var trainer = try Trainer(rows: rows, count: Int.random(in: 2...6, using: &generator))
    var anewCount = 0
    while true {
      // What is kept may have been stored meanwhile.
      if Bool.random(using: &generator) {
        trainer.moments = try GrowingMoments(decoding: #require(trainer.moments.encoded()))
      }
      try expectSpectrum(of: trainer.moments, rows: Array(rows.prefix(trainer.moments.rowCount)))
      guard trainer.moments.rowCount < rows.count else { break }
      let count = min(rows.count, trainer.moments.rowCount + Int.random(in: 0...20, using: &generator))
      anewCount += try trainer.grow(to: count, using: &generator) ? 0 : 1
    }
    #expect(anewCount <= 1, "only where there are as many rows as features for the first time")
    #expect(trainer.moments.route == (rows.count < featureCount ? .gram : .covariance))
  }

  @Test("A covariance asks for new rows only, a Gram matrix for all columns, and where they meet for everything")
  func missing() throws {
    var generator = SeededGenerator(seed: 41)
    let rows = generator.powerLawRows(30, features: 20)
    var trainer = try Trainer(rows: rows, count: 5)
    #expect(trainer.moments.route == .gram)
    #expect(try trainer.moments.grow(toRowCount: 9) == .appends)
    #expect(trainer.moments.missing == .columns(0..<20))
    trainer.addMissing(blockSize: 7)
    #expect(trainer.moments.missing == .nothing)
    #expect(try trainer.moments.grow(toRowCount: 20) == .needsAllRows)
    #expect(trainer.moments.rowCount == 9 && trainer.moments.missing == .nothing)

    trainer = try Trainer(rows: rows, count: 20)
    #expect(trainer.moments.route == .covariance)
    #expect(try trainer.moments.grow(toRowCount: 26) == .appends)
    #expect(trainer.moments.missing == .rows(20..<26))
    trainer.moments.add(RowBlock(rows: Array(rows[20..<22])))
    #expect(trainer.moments.missing == .rows(22..<26))
    #expect(try trainer.moments.grow(toRowCount: 30) == .needsAllRows, "the rows before are not all there")
    trainer.addMissing(blockSize: 3)
    #expect(try trainer.moments.grow(toRowCount: 25) == .needsAllRows)
    try expectSpectrum(of: trainer.moments, rows: Array(rows[..<26]))
  }

  @Test("Rows of a Gram matrix are never multiplied with old ones twice")
  func oldProducts() throws {
    var generator = SeededGenerator(seed: 42)
    let rows = generator.powerLawRows(9, features: 30)
    var gram = try GramAccumulator(rowCount: 6)
    gram.add(columns: RowBlock(rows: Array(rows[..<6])))
    let before = try gram.secondMoments { $0 < 6 }
    try gram.append(rowCount: 3)
    // If the old rows were multiplied with one another, this would show.
    gram.add(columns: RowBlock(rows: rows[..<6].map { $0.map { 3 * $0 } } + rows[6...]))
    let after = try gram.secondMoments { $0 < 6 }
    for i in 0..<6 {
      for j in i..<6 { #expect(after.matrix[i, j] == before.matrix[i, j]) }
    }
    let squares = (0..<30).map { j in rows.reduce(0) { $0 + $1[j] * $1[j] } / 9 }
    #expect(after.meanSquares.isClose(to: squares, relative: 1e-12))
  }

  @Test("A mean that drifts by 100 standard deviations costs no digits", arguments: [30, 130], [0.0, 100])
  func drift(featureCount: Int, step: Double) throws {
    var generator = SeededGenerator(seed: 43)
    let rows = (0..<12).flatMap { append in
      generator.powerLawRows(10, features: featureCount, decay: 1, mean: step * Double(append))
    }
    var trainer = try Trainer(rows: rows, count: featureCount < 40 ? 40 : 20)
    while trainer.moments.rowCount < rows.count {
      #expect(try trainer.grow(to: trainer.moments.rowCount + 10, using: &generator))
    }
    try expectSpectrum(of: trainer.moments, rows: rows)
  }

  @Test("Few first rows far from all others cost no digits")
  func distantBeginning() throws {
    var generator = SeededGenerator(seed: 49)
    let rows =
      generator.powerLawRows(8, features: 6) + generator.powerLawRows(8000, features: 6, mean: 1e5)
    var trainer = try Trainer(rows: rows, count: 8)
    while trainer.moments.rowCount < rows.count {
      #expect(try trainer.grow(to: trainer.moments.rowCount + 2000, using: &generator))
    }
    try expectSpectrum(of: trainer.moments, rows: rows)
  }

  @Test("Appended rows may need another unit", arguments: [10, 40], [[0, 600], [600, 0], [-600, 0], [0, -600]])
  func units(rowCount: Int, exponents: [Int]) throws {
    var generator = SeededGenerator(seed: 44)
    let rows = exponents.flatMap { exponent in
      generator.powerLawRows(rowCount, features: 30, mean: 1).map { row in
        row.map { $0 * Double(sign: .plus, exponent: exponent, significand: 1) }
      }
    }
    var trainer = try Trainer(rows: rows, count: rowCount)
    #expect(try trainer.grow(to: 2 * rowCount, using: &generator))
    let atOnce = try Trainer(rows: rows, count: rows.count).moments.secondMoments()
    let found = try trainer.moments.secondMoments()
    let unit = Double(sign: .plus, exponent: found.exponent - atOnce.exponent, significand: 1)
    let expected = try atOnce.eigenvalues().centred
    let eigenvalues = try found.eigenvalues().centred.map { $0 * unit }
    #expect(eigenvalues.isClose(to: expected, relative: 1e-12))
  }

  @Test("An appended row that turns out unusable after it decided the unit has everything added again")
  func restart() throws {
    var generator = SeededGenerator(seed: 45)
    var rows = generator.powerLawRows(8, features: 12)
    rows[7] = [0x1p700] + [Double](repeating: 1, count: 10) + [.nan]
    var trainer = try Trainer(rows: rows, count: 5)
    #expect(try trainer.moments.grow(toRowCount: 8) == .appends)
    trainer.addMissing(blockSize: 4)
    #expect(trainer.moments.needsRestart)
    #expect(trainer.moments.encoded() == nil)
    trainer.moments.restart()
    #expect(trainer.moments.missing == .columns(0..<12))
    trainer.addMissing(blockSize: 4)
    try expectSpectrum(of: trainer.moments, rows: rows)
  }

  @Test("What is kept survives being solved", arguments: [10, 40])
  func solving(rowCount: Int) throws {
    var generator = SeededGenerator(seed: 46)
    let trainer = try Trainer(rows: generator.powerLawRows(rowCount, features: 20), count: rowCount)
    let first = try trainer.moments.secondMoments().eigenvalues()
    #expect(try trainer.moments.secondMoments().eigenvalues() == first)
  }

  @Test("Single precision stays what it is")
  func singlePrecision() throws {
    var generator = SeededGenerator(seed: 47)
    let rows = generator.powerLawRows(300, features: 20, decay: 2, mean: 100)
    var trainer = try Trainer(rows: rows, count: 100, precision: .float32)
    #expect(try trainer.grow(to: 300, using: &generator))
    trainer.moments = try GrowingMoments(decoding: #require(trainer.moments.encoded()))
    let found = try trainer.moments.secondMoments().eigenvalues().centred
    let expected = try covarianceEigenvalues(rows)
    #expect(found.isClose(to: expected, relative: 2e-8))
    #expect(!found.isClose(to: expected, relative: 1e-13))
  }

  @Test("More than there is memory for is refused, and nothing is lost", arguments: [10, 40])
  func memory(rowCount: Int) throws {
    var generator = SeededGenerator(seed: 48)
    var trainer = try Trainer(rows: generator.powerLawRows(rowCount + 5, features: 30), count: rowCount)
    let needed = GrowingMoments.byteCount(sampleCount: rowCount + 5, featureCount: 30)
    #expect(needed >= FeatureMoments.byteCount(sampleCount: rowCount + 5, featureCount: 30))
    let error = LinearAlgebraError.tooMuchMemory(needed: needed, limit: needed - 1)
    #expect(throws: error) { try trainer.moments.grow(toRowCount: rowCount + 5, memoryLimit: needed - 1) }
    #expect(throws: error) { try GrowingMoments(rowCount: rowCount + 5, featureCount: 30, memoryLimit: needed - 1) }
    #expect(trainer.moments.rowCount == rowCount && trainer.moments.missing == .nothing)
    #expect(try trainer.grow(to: rowCount + 5, using: &generator))
  }
}
