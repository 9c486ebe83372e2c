import LinearAlgebra
import NumericalTesting
import Testing

@Suite("Moments as bytes")
struct GrowingMomentsCodingTests {
  @Test("Moments that were stored go on bit by bit as if they had not been", arguments: [3, 8], [UInt64](1...4))
  func roundTrip(rowCount: Int, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = generator.rowsToAppend(rowCount + 2, features: 6)
    var kept = try Trainer(rows: rows, count: rowCount)
    let bytes = try #require(kept.moments.encoded())
    var stored = kept
    stored.moments = try GrowingMoments(decoding: bytes)
    #expect(stored.moments.encoded() == bytes)
    #expect(stored.moments.rowCount == rowCount && stored.moments.featureCount == 6)
    guard try kept.moments.grow(toRowCount: rowCount + 2) == .appends else { return }
    #expect(try stored.moments.grow(toRowCount: rowCount + 2) == .appends)
    kept.addMissing(blockSize: 4)
    stored.addMissing(blockSize: 4)
    let expected = try kept.moments.secondMoments()
    let found = try stored.moments.secondMoments()
    #expect(try found.eigenvalues() == expected.eigenvalues())
    #expect(found.nonFiniteRowCount == expected.nonFiniteRowCount)
    #expect(found.meanSquares == expected.meanSquares)
  }

  @Test("Only a triangle is stored", arguments: [40, 200])
  func size(rowCount: Int) throws {
    var generator = SeededGenerator(seed: 5)
    let trainer = try Trainer(rows: generator.powerLawRows(rowCount, features: 100), count: rowCount)
    let order = min(rowCount, 100)
    #expect(try #require(trainer.moments.encoded()).count < 8 * (order * (order + 1) / 2 + 300 + 20))
  }

  @Test("What is not complete has no bytes")
  func incomplete() throws {
    #expect(try GrowingMoments(rowCount: 5, featureCount: 3).encoded() == nil)
  }

  /// A trap would end the test process.
  @Test("Every truncation is an error, and every corruption of a byte is one or is moments", arguments: [3, 8])
  func damage(rowCount: Int) throws {
    var generator = SeededGenerator(seed: 6)
    let bytes = try #require(
      Trainer(rows: generator.rowsToAppend(rowCount, features: 6), count: rowCount).moments.encoded())
    for count in bytes.indices {
      #expect(throws: MomentsDecodingError.self) { try GrowingMoments(decoding: Array(bytes.prefix(count))) }
    }
    #expect(throws: MomentsDecodingError.self) { try GrowingMoments(decoding: bytes + [0]) }
    var decodedCount = 0
    for place in bytes.indices {
      for value in [0x00, 0x01, 0x7f, 0x80, 0xff, bytes[place] ^ 0x10] as [UInt8] {
        var damaged = bytes
        damaged[place] = value
        guard var moments = try? GrowingMoments(decoding: damaged) else { continue }
        decodedCount += 1
        _ = try? moments.secondMoments().eigenvalues()
        let rows = moments.rowCount
        guard try moments.grow(toRowCount: rows + 2) == .appends else { continue }
        switch moments.missing {
        case .nothing: Issue.record("two rows are missing")
        case .rows: moments.add(RowBlock(rows: generator.powerLawRows(2, features: moments.featureCount)))
        case .columns: moments.add(RowBlock(rows: generator.powerLawRows(rows + 2, features: moments.featureCount)))
        }
        _ = try? moments.secondMoments().eigenvalues()
      }
    }
    #expect(decodedCount > 0)
  }

  @Test("Bytes that claim more than there are take no memory for it")
  func claims() throws {
    var generator = SeededGenerator(seed: 7)
    let trainer = try Trainer(rows: generator.powerLawRows(8, features: 6), count: 8)
    var bytes = try #require(trainer.moments.encoded())
    // The number of features, as the third integer.
    bytes.replaceSubrange(16..<24, with: [0x04, 0xb5, 0, 0, 0, 0, 0, 0])
    #expect(throws: MomentsDecodingError.self) { try GrowingMoments(decoding: bytes) }
  }
}
