import Foundation
import LinearAlgebra
import SystemPackage
import TensorFiles

/// Reading a float32 dump out of the page cache as doubles, against reading its bytes.
struct ReadingBenchmark {
  let repetitions: Int

  private static let rows = 10_000
  private static let columns = 1024

  func figure() throws -> Figure {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).npy")
    defer { try? FileManager.default.removeItem(at: file) }
    try Self.dump.write(to: file)
    let path = FilePath(file.path(percentEncoded: false))
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    return try Figure("reading float32", "plain reads of the bytes / DumpReader", repetitions: repetitions) {
      let plain = try seconds { try Self.readBytes(of: path, through: &buffer) }
      return try plain / seconds { try Self.readRows(of: path) }
    }
  }

  /// A `.npy` file of values that are all different from 0.
  private static var dump: Data {
    let dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
    let header = dictionary.padding(toLength: 117, withPad: " ", startingAt: 0) + "\n"
    var data = Data([0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8))
    let row = (0..<columns).map { 1 / Float($0 + 1) }.withUnsafeBytes { Data($0) }
    for _ in 0..<rows { data.append(row) }
    return data
  }

  private static func readBytes(of path: FilePath, through buffer: inout [UInt8]) throws {
    let descriptor = try FileDescriptor.open(path, .readOnly)
    try descriptor.closeAfter {
      while try buffer.withUnsafeMutableBytes({ try descriptor.read(into: $0) }) > 0 {}
    }
  }

  private static func readRows(of path: FilePath) throws {
    var reader = try DumpReader(opening: path)
    var block = RowBlock(
      capacity: DumpReader.recommendedBlockRows(columnCount: columns), columnCount: reader.columnCount)
    while try reader.read(into: &block) {}
  }
}
