import FileFixtures
import LinearAlgebra
import Testing

@testable import TensorFiles

struct LayoutTests {
  @Test(arguments: ["version1", "version2", "version3"])
  func `All three versions of the format are read`(name: String) throws {
    #expect(try rows(of: fixture(name)) == fixtureRows(.float32, columnCount: 5))
  }

  @Test(arguments: [("axes2", 6), ("axes3", 12), ("axes4", 24)], ["c", "fortran"])
  func `Axes behind the first are flattened in C order, whatever order the file is in`(
    array: (name: String, columnCount: Int), order: String
  ) throws {
    let path = fixture("\(array.name)-\(order)")
    #expect(try DumpReader(opening: path).stored.isFortranOrder == (order == "fortran"))
    #expect(try rows(of: path) == fixtureRows(.float32, columnCount: array.columnCount))
  }

  @Test func `Fortran order and big-endian elements go together`() throws {
    #expect(try rows(of: fixture("axes4-fortran-big")) == fixtureRows(.int16, columnCount: 24))
  }

  @Test(arguments: ["axes3-c", "axes3-fortran"], 1...10)
  func `Blocks of every size give the same rows`(name: String, blockRows: Int) throws {
    #expect(try rows(of: fixture(name), blockRows: blockRows) == fixtureRows(.float32, columnCount: 12))
  }

  @Test func `The last block holds the rows that are left, and the one after it none`() throws {
    var reader = try DumpReader(opening: fixture("axes2-c"))
    var block = RowBlock(capacity: 7, columnCount: reader.columnCount)
    #expect(try reader.read(into: &block) && block.rowCount == 7)
    #expect(try reader.read(into: &block) && block.rowCount == 2)
    #expect(try !reader.read(into: &block) && block.rowCount == 0)
  }

  @Test(arguments: ["False", "True"], [300_000, 7_000])
  func `An array larger than the reader's buffer arrives whole, in one block or in many`(
    fortranOrder: String, blockRows: Int
  ) throws {
    let directory = try TemporaryDirectory()
    let columnCount = 3
    let rowCount = 300_000
    let header = "{'descr': '|u1', 'fortran_order': \(fortranOrder), 'shape': (\(rowCount), \(columnCount))}"
    let isFortranOrder = fortranOrder == "True"
    let data = (0..<rowCount * columnCount).map { index in
      let (row, column) =
        isFortranOrder ? (index % rowCount, index / rowCount) : (index / columnCount, index % columnCount)
      return UInt8((row * 7 + column) % 251)
    }
    var reader = try DumpReader(opening: directory.file(npy(header, data: data)))
    var block = RowBlock(capacity: blockRows, columnCount: columnCount)
    var values: [Double] = []
    while try reader.read(into: &block) { values += block.values.prefix(block.rowCount * columnCount) }
    #expect(values.count == rowCount * columnCount)
    let firstWrong = values.indices.first { index in
      values[index] != Double((index / columnCount * 7 + index % columnCount) % 251)
    }
    #expect(firstWrong == nil)
  }
}
