import FileFixtures
import Foundation
import LinearAlgebra
import SystemPackage

@testable import TensorFiles

/// A file that `Fixtures/make_fixtures.py` made.
func fixture(_ name: String) -> FilePath {
  FilePath(#filePath).removingLastComponent().appending("Fixtures").appending("\(name).npy")
}

func bytes(of path: FilePath) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(filePath: path.string)))
}

/// All rows of a dump, read in blocks of `blockRows`.
func rows(of path: FilePath, mode: ReadingMode = .finished, blockRows: Int = 4) throws -> [[Double]] {
  var reader = try DumpReader(opening: path, mode: mode)
  return try reader.remainingRows(blockRows: blockRows)
}

extension DumpReader {
  /// The rows that `read(into:)` has not come to yet.
  mutating func remainingRows(blockRows: Int = 4) throws -> [[Double]] {
    var block = RowBlock(capacity: blockRows, columnCount: columnCount)
    var rows: [[Double]] = []
    while try read(into: &block) { rows += block.rows }
    return rows
  }
}

extension DumpReader {
  /// Some columns of all rows.
  mutating func rows(columns: Range<Int>) throws -> [[Double]] {
    var block = RowBlock(capacity: rowCount, columnCount: columns.count)
    try read(columns: columns, into: &block)
    return block.rows
  }
}

extension RowBlock {
  var rows: [[Double]] {
    (0..<rowCount).map { row in Array(values[row * columnCount..<(row + 1) * columnCount]) }
  }
}

/// What `make_fixtures.py` says element (i, j) is.
func fixtureRows(_ type: ScalarType, columnCount: Int) -> [[Double]] {
  (0..<9).map { i in
    (0..<columnCount).map { j in
      let k = Double((7 * i + 3 * j) % 120)
      switch type {
      case .uint8, .uint16, .uint32, .uint64: return k
      case .int8, .int16, .int32, .int64: return k - 60
      case .float16, .bfloat16, .float32, .float64: return (k - 60) / 8
      case .bool: return k.truncatingRemainder(dividingBy: 2)
      }
    }
  }
}

/// Why a dump is refused, or nil if it is not.
func refusal(of path: FilePath, mode: ReadingMode = .finished) -> TensorFileError? {
  do {
    _ = try DumpReader(opening: path, mode: mode)
    return nil
  } catch {
    return error
  }
}

extension TemporaryDirectory {
  /// A file, called `x.npy` unless told otherwise, with these bytes, written over in place if it is there.
  func file(_ bytes: [UInt8], named name: String = "x") throws -> FilePath {
    try write(bytes, to: FilePath("\(name).npy"))
  }
}

/// Element (i, j) = 1 + 10·i + j, nowhere zero.
func countingRows(_ rows: Range<Int>, columnCount: Int) -> [[Double]] {
  rows.map { i in (0..<columnCount).map { j in Double(1 + 10 * i + j) } }
}
