import FileFixtures
import LinearAlgebra
import SystemPackage
import TensorFiles

/// Reading a dump out of the page cache as doubles, against reading its bytes.
struct ReadingBenchmark {
  let element: StoredElement
  let effort: Effort

  private static let shape = Shape(rows: 10_000, columns: 1024)

  func figures(in directory: TemporaryDirectory) throws -> [Figure] {
    let path = directory.path.appending("\(element.name).npy")
    defer { try? directory.remove(path) }
    try write(to: path)
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    let bytes = Double(element.bytes(1).count * Self.shape.rows * Self.shape.columns)
    let name = "reading \(element.name)"
    return [
      try Figure("\(name) peak", "plain reads of the bytes", unit: "GB/s", repetitions: effort.repetitions) {
        try bytes / seconds { try Self.readBytes(of: path, through: &buffer) } / 1e9
      },
      try Figure("\(name) rate", "plain reads of the bytes / DumpReader", repetitions: effort.repetitions) {
        let plain = try seconds { try Self.readBytes(of: path, through: &buffer) }
        return try plain / seconds { try Self.readRows(of: path) }
      },
    ]
  }

  private func write(to path: FilePath) throws {
    let row = (0..<Self.shape.columns).flatMap { element.bytes(1 / Double($0 + 1)) }
    try DumpFile.write(path, element: element.descriptor, shape: Self.shape) { file in
      for _ in 0..<Self.shape.rows { try file.writeAll(row) }
    }
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
      capacity: RowBlock.recommendedRowCount(columnCount: reader.columnCount), columnCount: reader.columnCount)
    while try reader.read(into: &block) {}
  }
}
