import FileFixtures
import Foundation
import LinearAlgebra
import NumericalTesting
import SystemPackage
import Testing

@testable import TensorFiles

struct ShardTests {
  @Test(arguments: [UInt64](1...12))
  func `Shards of any sizes, C and Fortran order among them, read as one matrix`(seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    var generator = SeededGenerator(seed: seed)
    let columnCount = Int.random(in: 2...9, using: &generator)
    let rowCount = Int.random(in: 2...60, using: &generator)
    let all = countingRows(0..<rowCount, columnCount: columnCount)
    let paths = try shards(of: all, in: directory, using: &generator)

    var reader = try DumpReader(opening: paths)
    #expect(reader.rowCount == rowCount && reader.promisedRowCount == rowCount)
    #expect(reader.identity.files.count == paths.count)
    let first = Int.random(in: 0..<columnCount, using: &generator)
    #expect(try reader.rows(columns: first..<columnCount) == all.map { Array($0[first...]) })
    #expect(try reader.remainingRows(blockRows: Int.random(in: 1...70, using: &generator)) == all)
    #expect(try reader.rows(columns: 0..<1) == all.map { [$0[0]] })
    #expect(try DumpReader(opening: paths).identity == reader.identity)
  }

  @Test func `A shard of other rows or elements is named`() throws {
    let directory = try TemporaryDirectory()
    let good = try directory.file(npy(countingRows(0..<3, columnCount: 4), columnCount: 4), named: "a")
    let wide = try directory.file(npy(countingRows(0..<3, columnCount: 5), columnCount: 5), named: "b")
    let integers = npy("{'descr': '<i8', 'fortran_order': False, 'shape': (1, 4)}", data: littleEndian([1, 2, 3, 4]))
    let other = try directory.file(integers, named: "c")
    for mode in ReadingMode.allCases {
      #expect(
        throws: TensorFileError(
          .unequalShards, in: wide, "rows of 5 features; those of the first file have 4")
      ) { _ = try DumpReader(opening: [good, wide, other], mode: mode) }
      #expect(
        throws: TensorFileError(
          .unequalShards, in: other, "elements are int64; those of the first file are float64")
      ) { _ = try DumpReader(opening: [good, other], mode: mode) }
    }
  }

  @Test func `No files are an error, and so are those that hold fewer than two rows between them`() throws {
    let directory = try TemporaryDirectory()
    let none = try directory.file(npy([], columnCount: 4), named: "none")
    let one = try directory.file(npy(countingRows(0..<1, columnCount: 4), columnCount: 4), named: "one")
    #expect(code([]) == .unreadable)
    #expect(code([none, none]) == .empty)
    #expect(code([none, one]) == .oneRow)
    #expect(code([one, none, one]) == nil)
  }

  @Test func `Only the last shard may be growing`() throws {
    let directory = try TemporaryDirectory()
    let all = countingRows(0..<6, columnCount: 4)
    let whole = try directory.file(npy(Array(all[..<2]), columnCount: 4), named: "whole")
    let part = try directory.file(npy(Array(all[2...]), columnCount: 4, promising: 10), named: "part")
    #expect(code([whole, part]) == .truncated)
    var reader = try DumpReader(opening: [whole, part], mode: .growing)
    #expect(reader.rowCount == 6 && reader.promisedRowCount == 12)
    #expect(try reader.remainingRows() == all)
    let error = #expect(throws: TensorFileError.self) { _ = try DumpReader(opening: [part, whole], mode: .growing) }
    #expect(error?.code == .incomplete && error?.file == part)
  }

  @Test func `A shard that is written to before its turn, or between two, is an error`() throws {
    let directory = try TemporaryDirectory()
    let bytes = npy(countingRows(0..<2, columnCount: 2), columnCount: 2)
    let paths = try (0..<3).map { try directory.file(bytes, named: "\($0)") }
    for (mode, changed) in [(ReadingMode.finished, 0), (.finished, 1), (.growing, 1)] {
      var reader = try DumpReader(opening: paths, mode: mode)
      var block = RowBlock(capacity: 1, columnCount: 2)
      #expect(try reader.read(into: &block))
      _ = try directory.file(bytes, named: "\(changed)")
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: paths[changed].string)
      let error = #expect(throws: TensorFileError.self) { while try reader.read(into: &block) {} }
      #expect(error?.code == .changed && error?.file == paths[changed])
      _ = try directory.file(bytes, named: "\(changed)")
    }
  }

  @Test func `Two thousand shards take one descriptor`() throws {
    let directory = try TemporaryDirectory()
    let all = countingRows(0..<2000, columnCount: 2)
    let paths = try all.indices.map { try directory.file(npy([all[$0]], columnCount: 2), named: "\($0)") }
    var reader = try DumpReader(opening: paths)
    var block = RowBlock(capacity: 300, columnCount: 2)
    var rows: [[Double]] = []
    while try reader.read(into: &block) {
      rows += block.rows
      #expect(try openDescriptorCount(below: directory.path) == 1)
    }
    #expect(rows == all)
  }

  private func shards(
    of rows: [[Double]], in directory: borrowing TemporaryDirectory, using generator: inout SeededGenerator
  ) throws -> [FilePath] {
    var paths: [FilePath] = []
    var rest = rows[...]
    while !rest.isEmpty || paths.isEmpty {
      let shard = Array(rest.prefix(Int.random(in: 0...25, using: &generator)))
      rest = rest.dropFirst(shard.count)
      paths.append(
        try directory.file(
          Bool.random(using: &generator)
            ? npy(shard, columnCount: rows[0].count) : fortran(shard, columnCount: rows[0].count),
          named: "shard\(paths.count)"))
    }
    return paths
  }

  private func fortran(_ rows: [[Double]], columnCount: Int) -> [UInt8] {
    let columns = (0..<columnCount).flatMap { j in rows.map { $0[j] } }
    return npy(
      "{'descr': '<f8', 'fortran_order': True, 'shape': (\(rows.count), \(columnCount))}", data: littleEndian(columns))
  }

  private func code(_ paths: [FilePath]) -> TensorFileError.Code? {
    do {
      _ = try DumpReader(opening: paths)
      return nil
    } catch {
      return error.code
    }
  }

  private func openDescriptorCount(below directory: FilePath) throws -> Int {
    let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    return descriptors.count { descriptor in
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")
      return target?.hasPrefix(directory.string) ?? false
    }
  }
}
