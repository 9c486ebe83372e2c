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

/// The bytes of a `.npy` file with just this header, unpadded, and these data.
func npy(_ header: String, version: UInt8 = 1, data: [UInt8] = []) -> [UInt8] {
  let text = Array(header.utf8)
  let lengthByteCount = version == 1 ? 2 : 4
  let length = (0..<lengthByteCount).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
  return [0x93] + Array("NUMPY".utf8) + [version, 0] + length + text + data
}

/// A directory for the files that a test writes, gone with the last reference.
final class ScratchDirectory {
  let path: FilePath

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = FilePath(url.path())
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path.string)
  }

  /// A file, called `x.npy` unless told otherwise, with these bytes, written over in place if it is there.
  func file(_ bytes: [UInt8], named name: String = "x") throws -> FilePath {
    let path = path.appending("\(name).npy")
    let descriptor = try FileDescriptor.open(
      path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    return path
  }
}

/// The bytes of a `.npy` file of doubles in C order, its header padded to 128 bytes as numpy does. `promised` may be
/// more rows than there are.
func npy(_ rows: [[Double]], columnCount: Int, promising promised: Int? = nil) -> [UInt8] {
  let text = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(promised ?? rows.count), \(columnCount)), }"
  let padded = text + String(repeating: " ", count: 117 - text.utf8.count) + "\n"
  return npy(padded, data: littleEndian(rows.joined()))
}

func littleEndian(_ values: some Sequence<Double>) -> [UInt8] {
  values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) } }
}

/// Element (i, j) = 1 + 10·i + j, nowhere zero.
func countingRows(_ rows: Range<Int>, columnCount: Int) -> [[Double]] {
  rows.map { i in (0..<columnCount).map { j in Double(1 + 10 * i + j) } }
}
