import LinearAlgebra
import SystemPackage
import Testing

@testable import TensorFiles

/// The fixtures `axes3-c` and `axes3-fortran` are 9 objects × 3 views × 4 features.
struct ViewTests {
  /// The views as rows: what is a row of 12 features to others is three of 4.
  private static let views = fixtureRows(.float32, columnCount: 12).flatMap { row in
    [Array(row[0..<4]), Array(row[4..<8]), Array(row[8..<12])]
  }

  @Test(arguments: ["axes3-c", "axes3-fortran"], 3...10)
  func `Views are rows, and a block holds whole objects`(name: String, blockRows: Int) throws {
    var reader = try DumpReader(opening: fixture(name), rows: .firstTwoAxes)
    #expect((reader.rowCount, reader.viewCount, reader.columnCount) == (27, 3, 4))
    var block = RowBlock(capacity: blockRows, columnCount: 4)
    var rows: [[Double]] = []
    while try reader.read(into: &block) {
      #expect(block.rowCount % 3 == 0)
      rows += block.rows
    }
    #expect(rows == Self.views)
  }

  @Test(arguments: ["axes3-c", "axes3-fortran"])
  func `Columns are those of all views`(name: String) throws {
    var reader = try DumpReader(opening: fixture(name), rows: .firstTwoAxes)
    for columns in [0..<1, 1..<3, 3..<4, 0..<4] {
      #expect(try reader.rows(columns: columns) == Self.views.map { Array($0[columns]) })
    }
  }

  @Test(
    arguments: zip(
      ["7", "7, 4", "7, 3, 2, 2", "1, 3, 4", "7, 1, 4", "7, 3, 1", "7, 0, 4"],
      [
        (TensorFileError.Code.tooFewAxes, "one axis; rows and columns expected"),
        (.tooFewAxes, "2 axes; objects, views and features expected"),
        (.tooManyAxes, "4 axes; objects, views and features expected"),
        (.oneRow, "one object; a covariance needs at least two"),
        (.oneView, "one view of every object; a variance within objects needs at least two"),
        (.oneColumn, "one column; a spectrum needs at least two"),
        (.empty, "no elements: an axis of length 0"),
      ]))
  func `Arrays that have no views are refused with the reason`(
    shape: String, reason: (code: TensorFileError.Code, message: String)
  ) throws {
    let directory = try ScratchDirectory()
    let header = "{'descr': '|u1', 'fortran_order': False, 'shape': (\(shape),)}"
    let path = try directory.file(npy(header, data: [UInt8](repeating: 0, count: 7 * 3 * 2 * 2)))
    #expect(throws: TensorFileError(reason.code, in: path, reason.message)) {
      _ = try DumpReader(opening: path, rows: .firstTwoAxes)
    }
  }
}
