import LinearAlgebra
import NumericalTesting
import Testing

@Suite("Moments of rows of features")
struct MomentsTests {
  @Test("The covariance of a matrix done by hand")
  func byHand() throws {
    var moments = try MomentsAccumulator(featureCount: 2)
    moments.add(RowBlock(rows: [[1, 2], [3, 6], [5, 4]]))
    let second = moments.covariance()
    #expect(second.matrix[0, 0].isClose(to: 8.0 / 3, relative: 1e-15))
    #expect(second.matrix[0, 1].isClose(to: 4.0 / 3, relative: 1e-15))
    #expect(second.matrix[1, 1].isClose(to: 8.0 / 3, relative: 1e-15))
    #expect(second.meanSquaredNorm.isClose(to: 91.0 / 3, relative: 1e-15))
    #expect(second.sampleCount == 3)
  }

  @Test("Blocks of any size give the spectrum of the whole", arguments: [1, 2, 7, 64, 199, 200])
  func split(blockRows: Int) throws {
    var generator = SeededGenerator(seed: 1)
    let rows = generator.powerLawRows(200, features: 24, mean: 3)
    #expect(try spectrum(rows, blockRows: blockRows).isClose(to: spectrum(rows, blockRows: 200), relative: 1e-13))
  }

  @Test("Merging is associative and commutative", arguments: [UInt64](2...9))
  func merging(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = generator.powerLawRows(120, features: 12, mean: 50)
    let cuts = [0, Int.random(in: 0...60, using: &generator), Int.random(in: 60...120, using: &generator), 120]
    // In several blocks each, so that their means differ from their shifts.
    let parts = try zip(cuts, cuts.dropFirst()).map { try moments(Array(rows[$0..<$1]), blockRows: 7) }
    let orders: [[Int]] = [[0, 1, 2], [2, 1, 0], [1, 2, 0]]
    let whole = try eigenvalues(moments(rows))
    for order in orders {
      var merged = parts[order[0]]
      merged.merge(parts[order[1]])
      merged.merge(parts[order[2]])
      #expect(merged.sampleCount == 120)
      #expect(try eigenvalues(merged).isClose(to: whole, relative: 1e-12))
    }
    var right = parts[1]
    right.merge(parts[2])
    var nested = parts[0]
    nested.merge(right)
    #expect(try eigenvalues(nested).isClose(to: whole, relative: 1e-12))
  }

  @Test("A common offset of a million standard deviations costs no more than the digits of the input")
  func offset() throws {
    var generator = SeededGenerator(seed: 3)
    // Multiples of 2⁻²⁰ stay exact when 2²⁰ is added, so that both matrices have the same covariance.
    let rows = generator.powerLawRows(300, features: 16).map { $0.map { ($0 * 0x1p20).rounded() * 0x1p-20 } }
    let offset = rows.map { $0.map { $0 + 0x1p20 } }
    #expect(try spectrum(offset, blockRows: 32).isClose(to: spectrum(rows, blockRows: 32), relative: 1e-12))
  }

  @Test("Features near the limits of the exponent have a spectrum too", arguments: [-1040, -700, -300, 300, 700, 1010])
  func scaling(exponent: Int) throws {
    var generator = SeededGenerator(seed: 4)
    let rows = generator.powerLawRows(64, features: 8).map { $0.map { ($0 * 1024).rounded() / 1024 } }
    let half = Double(sign: .plus, exponent: exponent / 2, significand: 1)
    let scaled = rows.map { $0.map { $0 * half * half } }
    let second = try moments(scaled).covariance()
    let unit = 2 * (exponent / 2) * 2 - second.exponent
    let expected = try spectrum(rows, blockRows: 64).map { $0 * Double(sign: .plus, exponent: unit, significand: 1) }
    #expect(try second.matrix.eigenvalues().isClose(to: expected, relative: 1e-12))
  }

  @Test("Large features after small ones change the unit, not the result")
  func changingUnit() throws {
    let small = [[1.0, 2], [2, 1], [0, 1]]
    let large = [[0x1p600, 0], [0, 0x1p600], [0x1p600, 0x1p599]]
    var forward = try moments(small)
    forward.add(RowBlock(rows: large))
    var backward = try moments(large)
    backward.add(RowBlock(rows: small))
    let a = forward.covariance()
    let b = backward.covariance()
    #expect(a.exponent == b.exponent)
    #expect(try a.matrix.eigenvalues().isClose(to: b.matrix.eigenvalues(), relative: 1e-12))
  }

  @Test(
    "Merging takes the larger of two units", arguments: [[0, 600], [600, 0], [-600, 0], [600, 610], [-900, -900]])
  func mergingUnits(exponents: [Int]) throws {
    var generator = SeededGenerator(seed: 10)
    let parts = exponents.map { exponent in
      let half = Double(sign: .plus, exponent: exponent / 2, significand: 1)
      return generator.powerLawRows(30, features: 5, mean: 1).map { row in row.map { $0 * half * half } }
    }
    var merged = try moments(parts[0], blockRows: 7)
    try merged.merge(moments(parts[1], blockRows: 7))
    let found = merged.covariance()
    let expected = try moments(parts[0] + parts[1]).covariance()
    let factor = Double(sign: .plus, exponent: expected.exponent - found.exponent, significand: 1)
    let eigenvalues = try expected.matrix.eigenvalues().map { $0 * factor }
    #expect(try found.matrix.eigenvalues().isClose(to: eigenvalues, relative: 1e-12))
  }

  @Test("Rows with NaN or infinity are counted and left out")
  func nonFinite() throws {
    let clean = [[1.0, 2], [3, 6], [5, 4]]
    let dirty = [[.nan, 0], clean[0], clean[1], [0, -.infinity], clean[2], [.infinity, .nan]]
    for blockRows in [1, 2, 6] {
      var moments = try MomentsAccumulator(featureCount: 2)
      for start in stride(from: 0, to: dirty.count, by: blockRows) {
        moments.add(RowBlock(rows: Array(dirty[start..<min(start + blockRows, dirty.count)])))
      }
      let second = moments.covariance()
      #expect(second.nonFiniteRowCount == 3)
      #expect(second.sampleCount == 3)
      #expect(try second.matrix.eigenvalues().isClose(to: spectrum(clean, blockRows: 3), relative: 1e-14))
    }
  }

  @Test("The order of rows and of features does not matter")
  func permutation() throws {
    var generator = SeededGenerator(seed: 5)
    let rows = generator.powerLawRows(90, features: 10)
    let order = Array(0..<10).shuffled(using: &generator)
    let shuffled = rows.shuffled(using: &generator).map { row in order.map { row[$0] } }
    #expect(try spectrum(shuffled, blockRows: 13).isClose(to: spectrum(rows, blockRows: 90), relative: 1e-13))
  }

  @Test("A problem beyond LAPACK's indices is refused before memory is taken")
  func tooLarge() {
    #expect(throws: LinearAlgebraError.orderTooLarge(46_341)) {
      try FeatureMoments(sampleCount: 1_000_000, featureCount: 46_341)
    }
  }

  @Test("No rows have no variance")
  func empty() throws {
    let second = try MomentsAccumulator(featureCount: 3).covariance()
    #expect(second.sampleCount == 0)
    #expect(try second.matrix.eigenvalues() == [0, 0, 0])
  }

  @Test("Single precision resolves what its noise floor promises, at a mean of a hundred standard deviations")
  func singlePrecision() throws {
    var generator = SeededGenerator(seed: 8)
    let rows = generator.powerLawRows(600, features: 40, decay: 2, mean: 100)
    var single = try MomentsAccumulator(featureCount: 40, precision: .float32)
    for start in stride(from: 0, to: 600, by: 100) { single.add(RowBlock(rows: Array(rows[start..<(start + 100)]))) }
    let expected = try eigenvalues(moments(rows))
    let found = try eigenvalues(single)
    #expect(found.isClose(to: expected, relative: 2e-8))
    #expect(found != expected)
  }

  @Test("Single precision too changes its unit where floats cannot hold the squares", arguments: [-200, -30, 30, 100])
  func singlePrecisionUnit(exponent: Int) throws {
    var generator = SeededGenerator(seed: 9)
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let rows =
      generator.powerLawRows(50, features: 6, mean: 3)
      + generator.powerLawRows(50, features: 6).map { row in
        row.map { $0 * unit }
      }
    var single = try MomentsAccumulator(featureCount: 6, precision: .float32)
    for start in [0, 50] { single.add(RowBlock(rows: Array(rows[start..<(start + 50)]))) }
    let found = single.covariance()
    let factor = Double(sign: .plus, exponent: -found.exponent, significand: 1)
    let expected = try eigenvalues(moments(rows)).map { $0 * factor }
    #expect(try found.matrix.eigenvalues().isClose(to: expected, relative: 1e-6))
  }

  private func moments(_ rows: [[Double]], blockRows: Int = .max) throws -> MomentsAccumulator {
    var moments = try MomentsAccumulator(featureCount: rows.first?.count ?? 12)
    for start in stride(from: 0, to: rows.count, by: min(blockRows, max(1, rows.count))) {
      moments.add(RowBlock(rows: Array(rows.dropFirst(start).prefix(blockRows))))
    }
    return moments
  }

  private func eigenvalues(_ moments: MomentsAccumulator) throws -> [Double] {
    try moments.covariance().matrix.eigenvalues()
  }

  private func spectrum(_ rows: [[Double]], blockRows: Int) throws -> [Double] {
    try eigenvalues(moments(rows, blockRows: blockRows))
  }
}
