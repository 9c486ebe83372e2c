import FileFixtures
import Foundation
import LinearAlgebra
import SystemPackage
import Testing

@testable import TensorFiles

struct GrowingTests {
  @Test func `Of every truncation in C order the complete rows are read, or it is not there yet`() throws {
    let directory = try TemporaryDirectory()
    let whole = try bytes(of: fixture("axes2-c"))
    let expected = fixtureRows(.float32, columnCount: 6)
    for count in 0...whole.count {
      let path = try directory.file(Array(whole.prefix(count)))
      let rowCount = max(0, count - 128) / 24
      if rowCount < 2 {
        let error = try #require(refusal(of: path, mode: .growing), "\(count) bytes")
        #expect(error.code == .incomplete && error.place == count, "\(count) bytes: \(error)")
        if count >= 128 { #expect(error.message == "9 rows promised, \(rowCount) there") }
      } else {
        var reader = try DumpReader(opening: path, mode: .growing)
        #expect(reader.rowCount == rowCount && reader.promisedRowCount == 9)
        #expect(try reader.rows(columns: 2..<4) == expected.prefix(rowCount).map { Array($0[2..<4]) })
        #expect(try reader.remainingRows() == Array(expected.prefix(rowCount)), "\(count) bytes")
      }
    }
  }

  @Test func `In Fortran order nothing is there before everything is, because columns arrive one after another`() throws
  {
    let directory = try TemporaryDirectory()
    let whole = try bytes(of: fixture("axes2-fortran"))
    for count in whole.indices {
      let path = try directory.file(Array(whole.prefix(count)))
      let error = try #require(refusal(of: path, mode: .growing))
      #expect(error.code == .incomplete)
      if count >= 128 { #expect(error.message == "6 columns promised, \((count - 128) / 36) there") }
    }
    let path = try directory.file(whole)
    #expect(try rows(of: path, mode: .growing) == rows(of: path))
  }

  @Test(arguments: ["strings", "records", "scalar", "vector-float32", "no-columns", "one-column"])
  func `What will never be a dump is refused for what it is`(name: String) throws {
    #expect(refusal(of: fixture(name), mode: .growing) == refusal(of: fixture(name)))
  }

  @Test func `A single row may be the first of many`() throws {
    #expect(try #require(refusal(of: fixture("one-row"), mode: .growing)).code == .incomplete)
    #expect(try #require(refusal(of: fixture("no-rows"), mode: .growing)).code == .incomplete)
  }

  @Test func `A header that is broken is not one that is not there yet`() throws {
    let directory = try TemporaryDirectory()
    #expect(refusal(of: try directory.file(Array("not an array".utf8)), mode: .growing)?.code == .notAnArray)
    #expect(refusal(of: try directory.file(npy("{'descr': }")), mode: .growing)?.code == .badHeader)
  }

  @Test func `Rows may be appended, and promised, while those that were there are read`() throws {
    let directory = try TemporaryDirectory()
    let all = countingRows(0..<9, columnCount: 3)
    let path = try directory.file(npy(Array(all.prefix(5)), columnCount: 3))
    var reader = try DumpReader(opening: path, mode: .growing)
    var block = RowBlock(capacity: 2, columnCount: 3)
    #expect(try reader.read(into: &block))

    try write(Array(npy(all, columnCount: 3).dropFirst(128 + 5 * 24)), to: path, at: 128 + 5 * 24)
    try write(Array(npy(all, columnCount: 3).prefix(128)), to: path, at: 0)
    #expect(try reader.remainingRows() == Array(all[2..<5]))

    var later = try DumpReader(opening: path, mode: .growing)
    #expect(later.rowCount == 9)
    later.skip(toRow: 5)
    #expect(try later.remainingRows() == Array(all[5...]))
  }

  enum Damage: CaseIterable {
    case truncated, replaced, otherColumns, otherType, fewerRows, headerGone
  }

  @Test(arguments: Damage.allCases)
  func `Whatever happens to the file but growing is an error at the next block`(damage: Damage) throws {
    let directory = try TemporaryDirectory()
    let original = npy(countingRows(0..<6, columnCount: 4), columnCount: 4)
    let path = try directory.file(original)
    var reader = try DumpReader(opening: path, mode: .growing)
    var block = RowBlock(capacity: 2, columnCount: 4)
    #expect(try reader.read(into: &block))

    let more = countingRows(0..<8, columnCount: 4)
    switch damage {
    case .truncated:
      let descriptor = try FileDescriptor.open(path, .writeOnly)
      try descriptor.closeAfter { try descriptor.resize(to: Int64(original.count - 1)) }
    case .replaced:
      let other = try directory.file(npy(more, columnCount: 4), named: "y")
      #expect(rename(other.string, path.string) == 0)
    case .otherColumns: try write(npy(countingRows(0..<16, columnCount: 2), columnCount: 2), to: path, at: 0)
    case .otherType: try write(Array("{'descr': '<i8'".utf8), to: path, at: 10)
    case .fewerRows: try write(npy(more, columnCount: 4, promising: 5), to: path, at: 0)
    case .headerGone: try write([0], to: path, at: 0)
    }
    let error = #expect(throws: TensorFileError.self) { try reader.read(into: &block) }
    #expect(error?.code == .changed)
    #expect(block.rowCount == 0)
  }

  /// Writes over or after what is there.
  private func write(_ bytes: [UInt8], to path: FilePath, at offset: Int) throws {
    let descriptor = try FileDescriptor.open(path, .writeOnly)
    try descriptor.closeAfter { _ = try descriptor.writeAll(toAbsoluteOffset: Int64(offset), bytes) }
  }
}
