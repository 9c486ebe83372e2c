import FileFixtures
import LinearAlgebra
import NumericalTesting
import SystemPackage
import Testing

@testable import TensorFiles

/// Arrays of more than two axes, and what is made of them.
struct TokenTests {
  private struct Case: CustomStringConvertible {
    var shape: [Int]
    var isFortranOrder = false
    var description: String { "\(shape)\(isFortranOrder ? " F" : "")" }

    /// Element at these indices, written out.
    func value(_ item: Int, token: Int, channel: Int) -> Double {
      var place = [item, token, channel]
      if shape.count > 3 {
        // Positions count on through all axes behind the channels, the last fastest.
        place = [item, channel]
        var rest = token
        for length in shape[2...].reversed() {
          place.insert(rest % length, at: 2)
          rest /= length
        }
      }
      return zip(place, [1, 0.5, 0.03, 7, 0.2]).reduce(1) { $0 + Double($1.0 * $1.0 + 1) * $1.1 * Double($1.0 + 1) }
    }

    var tokenCount: Int { shape.count == 3 ? shape[1] : shape[2...].reduce(1, *) }
    var channelCount: Int { shape.count == 3 ? shape[2] : shape[1] }

    var bytes: [UInt8] {
      let count = shape.reduce(1, *)
      let values = (0..<count).map { index -> Double in
        var (rest, place) = (index, [Int](repeating: 0, count: shape.count))
        for axis in isFortranOrder ? Array(shape.indices) : shape.indices.reversed() {
          place[axis] = rest % shape[axis]
          rest /= shape[axis]
        }
        if shape.count == 3 { return value(place[0], token: place[1], channel: place[2]) }
        let position = zip(place[2...], shape[2...]).reduce(0) { $0 * $1.1 + $1.0 }
        return value(place[0], token: position, channel: place[1])
      }
      let axes = shape.map(String.init).joined(separator: ", ")
      let order = isFortranOrder ? "True" : "False"
      return npy("{'descr': '<f8', 'fortran_order': \(order), 'shape': (\(axes)), }\n", data: littleEndian(values))
    }

    /// All samples, one element after another.
    func samples(_ pooling: TokenPooling) -> [[Double]] {
      (0..<shape[0]).flatMap { item -> [[Double]] in
        let tokens = (0..<tokenCount).map { token in
          (0..<channelCount).map { value(item, token: token, channel: $0) }
        }
        switch pooling {
        case .flatten: return []
        case .first: return [tokens[0]]
        case .samples: return tokens
        case .mean: return [(0..<channelCount).map { c in tokens.reduce(0) { $0 + $1[c] } / Double(tokenCount) }]
        }
      }
    }
  }

  private static let cases = [
    Case(shape: [5, 4, 3]), Case(shape: [5, 4, 3], isFortranOrder: true), Case(shape: [3, 1, 6]),
    Case(shape: [4, 3, 2, 5]), Case(shape: [4, 3, 2, 5], isFortranOrder: true), Case(shape: [3, 2, 2, 3, 2]),
  ]

  @Test(arguments: [TokenPooling.mean, .first, .samples])
  func `Samples and features are those of every element, in blocks and slabs of any size`(pooling: TokenPooling) throws
  {
    let directory = try TemporaryDirectory()
    for example in Self.cases where pooling != .first || example.shape.count == 3 {
      let path = try directory.file(example.bytes)
      let expected = example.samples(pooling)
      for blockRows in [1, 2, 3, 7, 100] {
        var reader = try DumpReader(opening: path, tokens: pooling)
        #expect(reader.rowCount == expected.count && reader.promisedRowCount == expected.count, "\(example)")
        #expect(reader.columnCount == example.channelCount && reader.pooling == pooling)
        #expect(isClose(try reader.remainingRows(blockRows: blockRows), expected), "\(example), \(blockRows)")
      }
      var reader = try DumpReader(opening: path, tokens: pooling)
      let columns = 1..<example.channelCount
      #expect(isClose(try reader.rows(columns: columns), expected.map { Array($0[columns]) }), "\(example)")
    }
  }

  private func isClose(_ found: [[Double]], _ expected: [[Double]]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { a, b in
        a.count == b.count && zip(a, b).allSatisfy { $0.isClose(to: $1, relative: 1e-15) }
      }
  }

  @Test func `Shards follow one another as samples, too`() throws {
    let directory = try TemporaryDirectory()
    let paths = try [3, 1, 2].enumerated().map { index, count in
      try directory.file(Case(shape: [count, 4, 3]).bytes, named: "\(index)")
    }
    var reader = try DumpReader(opening: paths, tokens: .samples)
    let expected = [3, 1, 2].flatMap { Case(shape: [$0, 4, 3]).samples(.samples) }
    #expect(reader.rowCount == 24 && reader.rowsPerItem == 4)
    #expect(isClose(try reader.remainingRows(blockRows: 5), expected))
  }

  @Test func `A matrix is the same whatever is asked for, and so is what it hashes to`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(npy(countingRows(0..<9, columnCount: 4), columnCount: 4))
    let fingerprints = try TokenPooling.allCases.map { pooling in
      var reader = try DumpReader(opening: path, tokens: pooling)
      #expect(reader.pooling == nil && reader.rowsPerItem == 1)
      #expect(try reader.remainingRows() == countingRows(0..<9, columnCount: 4))
      return try reader.fingerprint()
    }
    #expect(Set(fingerprints).count == 1)
  }

  @Test func `The same tokens made into other features are another source and another content`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Case(shape: [5, 4, 3]).bytes)
    var identities: Set<SourceIdentity> = []
    var fingerprints: Set<ContentFingerprint?> = []
    for pooling in TokenPooling.allCases {
      var reader = try DumpReader(opening: path, tokens: pooling)
      identities.insert(reader.identity)
      fingerprints.insert(try reader.fingerprint())
    }
    #expect(identities.count == 4 && fingerprints.count == 4)
    var reader = try DumpReader(opening: path)
    let flattened = try reader.fingerprint()
    reader = try DumpReader(opening: path, tokens: .flatten)
    #expect(try reader.fingerprint() == flattened)
  }

  @Test func `Of maps there is no first token, and of one channel no spectrum`() throws {
    let directory = try TemporaryDirectory()
    let maps = try directory.file(Case(shape: [4, 3, 2, 5]).bytes, named: "maps")
    let thin = try directory.file(Case(shape: [4, 6, 1]).bytes, named: "thin")
    func code(_ path: FilePath, _ pooling: TokenPooling) -> TensorFileError.Code? {
      do {
        _ = try DumpReader(opening: path, tokens: pooling)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code(maps, .first) == .noFirstToken)
    #expect(code(thin, .flatten) == nil && code(thin, .mean) == .oneColumn && code(thin, .samples) == .oneColumn)
  }

  @Test func `A token that is no number makes the mean none, and leaves the other samples alone`() throws {
    let directory = try TemporaryDirectory()
    let values = (0..<12).map { $0 == 4 ? Double.nan : Double($0) }
    let path = try directory.file(
      npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3, 2), }\n", data: littleEndian(values)))
    var means = try DumpReader(opening: path, tokens: .mean)
    let rows = try means.remainingRows()
    #expect(rows[0][0].isNaN && rows[0][1] == 3 && rows[1] == [8, 9])
    var samples = try DumpReader(opening: path, tokens: .samples)
    #expect(
      try samples.remainingRows().map { $0.contains(where: \.isNaN) } == [false, false, true, false, false, false])
  }
}
