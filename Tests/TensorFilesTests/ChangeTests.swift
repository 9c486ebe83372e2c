import FileFixtures
import Foundation
import LinearAlgebra
import SystemPackage
import Testing

@testable import TensorFiles

struct ChangeTests {
  private static let bytes = npy(
    "{'descr': '|u1', 'fortran_order': False, 'shape': (4, 2)}", data: [1, 2, 3, 4, 5, 6, 7, 8])

  @Test func `A file that shrinks between two blocks is an error, not zeros`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Self.bytes)
    var reader = try DumpReader(opening: path)
    var block = RowBlock(capacity: 2, columnCount: 2)
    #expect(try reader.read(into: &block))

    _ = try directory.file(Self.bytes.dropLast())
    let expected = TensorFileError(.changed, in: path, at: Self.bytes.count - 1, "shrank while it was read")
    #expect(throws: expected) { try reader.read(into: &block) }
    #expect(block.rowCount == 0)
  }

  @Test func `A file that is written over in place is an error`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Self.bytes)
    var reader = try DumpReader(opening: path)
    var block = RowBlock(capacity: 2, columnCount: 2)
    #expect(try reader.read(into: &block))

    _ = try directory.file(Self.bytes)
    // The clock of the file system may not have ticked since the file was first written.
    try FileManager.default.setAttributes([.modificationDate: Date.distantFuture], ofItemAtPath: path.string)
    let expected = TensorFileError(.changed, in: path, "was written to while it was read")
    #expect(throws: expected) { try reader.read(into: &block) }
  }

  @Test func `A file that grows within a tick of the file system's clock is an error`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Self.bytes)
    let modified = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1)]
    try FileManager.default.setAttributes(modified, ofItemAtPath: path.string)
    var reader = try DumpReader(opening: path)
    var block = RowBlock(capacity: 2, columnCount: 2)
    #expect(try reader.read(into: &block))

    _ = try directory.file(Self.bytes + [9])
    try FileManager.default.setAttributes(modified, ofItemAtPath: path.string)
    let expected = TensorFileError(.changed, in: path, "was written to while it was read")
    #expect(throws: expected) { try reader.read(into: &block) }
  }

  @Test func `A file that is replaced goes on as it was`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Self.bytes)
    var reader = try DumpReader(opening: path)
    var block = RowBlock(capacity: 2, columnCount: 2)
    #expect(try reader.read(into: &block))

    try FileManager.default.removeItem(atPath: path.string)
    _ = try directory.file(Self.bytes.map { _ in 0 })
    #expect(try reader.read(into: &block))
    #expect(block.values == [5, 6, 7, 8])
  }

  @Test func `A file that is deleted is read to its end`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Self.bytes)
    var reader = try DumpReader(opening: path)
    var block = RowBlock(capacity: 2, columnCount: 2)
    #expect(try reader.read(into: &block))

    try FileManager.default.removeItem(atPath: path.string)
    #expect(try reader.read(into: &block))
    #expect(block.values == [5, 6, 7, 8])
    #expect(try !reader.read(into: &block))
  }

  @Test func `Two readers have the same identity as long as the file stays as it is`() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(Self.bytes)
    let first = try DumpReader(opening: path).identity
    #expect(try DumpReader(opening: path).identity == first)
    #expect(first.files.map(\.byteCount) == [Self.bytes.count])

    let modified = [FileAttributeKey.modificationDate: Date(timeIntervalSince1970: 1)]
    try FileManager.default.setAttributes(modified, ofItemAtPath: path.string)
    let older = try DumpReader(opening: path).identity
    #expect(older != first)
    #expect(older.files.map(\.modificationSeconds) == [1])

    // Another file of the same name, length and time.
    try FileManager.default.moveItem(atPath: path.string, toPath: path.string + ".old")
    _ = try directory.file(Self.bytes)
    try FileManager.default.setAttributes(modified, ofItemAtPath: path.string)
    #expect(try DumpReader(opening: path).identity != older)
  }
}
