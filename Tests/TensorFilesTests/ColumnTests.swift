import FileFixtures
import LinearAlgebra
import SystemPackage
import Testing

@testable import TensorFiles

struct ColumnTests {
  @Test(arguments: ["axes2-c", "axes2-fortran", "axes3-c", "axes3-fortran", "axes4-fortran-big"])
  func `Any range of columns is that of the rows`(name: String) throws {
    let rows = try rows(of: fixture(name))
    var reader = try DumpReader(opening: fixture(name))
    for first in 0..<reader.columnCount {
      for end in first + 1...reader.columnCount {
        #expect(try reader.rows(columns: first..<end) == rows.map { Array($0[first..<end]) }, "\(first)..<\(end)")
      }
    }
  }

  @Test(arguments: [(2_000, 300), (300, 2_000), (3, 200_000)], ["False", "True"])
  func `Columns of arrays that take many reads are those of the array`(
    shape: (rows: Int, columns: Int), fortranOrder: String
  ) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Self.array(shape, fortranOrder: fortranOrder))
    var reader = try DumpReader(opening: path)
    let edges = [0, 1, 130, shape.columns - 7, shape.columns]
    for (first, end) in zip(edges, edges.dropFirst()) {
      let columns = try reader.rows(columns: first..<end)
      let firstWrong = columns.indices.first { i in
        columns[i] != (first..<end).map { j in Double(Self.element(i, j)) }
      }
      #expect(firstWrong == nil, "\(first)..<\(end)")
    }
  }

  @Test func `Columns leave the rows where they were`() throws {
    let path = fixture("axes2-c")
    let expected = try rows(of: path)
    var reader = try DumpReader(opening: path)
    var block = RowBlock(capacity: 4, columnCount: reader.columnCount)
    #expect(try reader.read(into: &block))
    _ = try reader.rows(columns: 1..<3)
    #expect(try reader.read(into: &block))
    #expect(Array(block.values.prefix(reader.columnCount)) == expected[4])
  }

  @Test func `Columns of a file that has shrunk or was written over are an error, and none are there`() throws {
    let directory = try TemporaryDirectory()
    let bytes = Self.array((4, 3), fortranOrder: "False")
    let path = try directory.file(bytes)
    var reader = try DumpReader(opening: path)
    var block = RowBlock(capacity: 4, columnCount: 1)
    try reader.read(columns: 2..<3, into: &block)
    #expect(block.rowCount == 4)

    _ = try directory.file(bytes.dropLast())
    let shrunk = TensorFileError(.changed, in: path, at: bytes.count - 1, "shrank while it was read")
    #expect(throws: shrunk) { try reader.read(columns: 2..<3, into: &block) }
    #expect(block.rowCount == 0)

    _ = try directory.file(bytes + [0])
    let written = TensorFileError(.changed, in: path, "was written to while it was read")
    #expect(throws: written) { try reader.read(columns: 2..<3, into: &block) }
    #expect(block.rowCount == 0)
  }

  private static func element(_ i: Int, _ j: Int) -> UInt8 { UInt8((7 * i + 3 * j + i * j % 11) % 251) }

  private static func array(_ shape: (rows: Int, columns: Int), fortranOrder: String) -> [UInt8] {
    let header = "{'descr': '|u1', 'fortran_order': \(fortranOrder), 'shape': (\(shape.rows), \(shape.columns))}"
    let data =
      fortranOrder == "True"
      ? (0..<shape.columns).flatMap { j in (0..<shape.rows).map { i in element(i, j) } }
      : (0..<shape.rows).flatMap { i in (0..<shape.columns).map { j in element(i, j) } }
    return npy(header, data: data)
  }
}
