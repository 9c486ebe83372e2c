import FileFixtures
import Foundation
import NumericalTesting
import SystemPackage
import Testing

@testable import TensorFiles

/// Files that are made as long as they will be before they are written. Rows have 1 KiB, a page has four or more of them.
struct HoleTests {
  private static let columnCount = 128
  private static let rowCount = 4096

  @Test(arguments: [2, 3, 100, 1000, 4095])
  func `Rows in the hole at the end are to come, and neither are the zeros before it there`(written: Int) throws {
    let directory = try TemporaryDirectory()
    let rows = countingRows(0..<written, columnCount: Self.columnCount)
    let path = try preallocated(in: directory, with: rows)
    guard try isSparse(path) else { return }
    let reader = try DumpReader(opening: path, mode: .growing)
    #expect(reader.rowCount == written)
    #expect(reader.promisedRowCount == Self.rowCount)
    #expect(try DumpReader(opening: path).rowCount == Self.rowCount, "rows of zeros, in a file that is finished")
  }

  @Test func `A row that is written in part is not there`() throws {
    let directory = try TemporaryDirectory()
    var rows = countingRows(0..<7, columnCount: Self.columnCount)
    rows[6].replaceSubrange(100..., with: repeatElement(0, count: 28))
    let path = try preallocated(in: directory, with: rows)
    guard try isSparse(path) else { return }
    #expect(try DumpReader(opening: path, mode: .growing).rowCount == 6)
  }

  @Test func `A hole in the middle is zeros`() throws {
    let directory = try TemporaryDirectory()
    let rows = countingRows(0..<8, columnCount: Self.columnCount)
    let path = try preallocated(in: directory, with: rows)
    let descriptor = try FileDescriptor.open(path, .writeOnly)
    try descriptor.closeAfter {
      _ = try descriptor.writeAll(toAbsoluteOffset: Int64(128 + 2000 * 1024), littleEndian(rows.joined()))
    }
    guard try isSparse(path) else { return }
    var reader = try DumpReader(opening: path, mode: .growing)
    #expect(reader.rowCount == 2008)
    reader.skip(toRow: 1999)
    let zeros = [Double](repeating: 0, count: Self.columnCount)
    #expect(try reader.remainingRows() == [zeros] + rows)
  }

  @Test func `A file of which nothing is written, not even the header, is not there yet`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file([])
    let descriptor = try FileDescriptor.open(path, .writeOnly)
    try descriptor.closeAfter { try descriptor.resize(to: 1 << 24) }
    guard try isSparse(path) else { return }
    #expect(refusal(of: path, mode: .growing)?.code == .incomplete)
    #expect(refusal(of: path)?.code == .notAnArray)
  }

  @Test func `A file that is all there may end with rows of zeros`() throws {
    let directory = try TemporaryDirectory()
    let zeros = [[Double]](repeating: [Double](repeating: 0, count: Self.columnCount), count: 5)
    let path = try directory.file(npy(zeros, columnCount: Self.columnCount))
    #expect(try DumpReader(opening: path, mode: .growing).rowCount == 5)
  }

  private func preallocated(in directory: borrowing TemporaryDirectory, with rows: [[Double]]) throws -> FilePath {
    let path = try directory.file(npy(rows, columnCount: Self.columnCount, promising: Self.rowCount))
    let descriptor = try FileDescriptor.open(path, .writeOnly)
    try descriptor.closeAfter { try descriptor.resize(to: Int64(128 + 1024 * Self.rowCount)) }
    return path
  }

  /// Not every file system makes holes.
  private func isSparse(_ path: FilePath) throws -> Bool { try RegularFile(opening: path).isSparse }
}
