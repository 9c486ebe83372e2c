import FileFixtures
import Foundation
import LinearAlgebra
import SystemPackage
import Testing

@testable import TensorFiles

struct PrefetchTests {
  private static let lineByteCount = 32 << 20
  private static let elementCount = lineByteCount / 8

  @Test func `The next rows are in memory soon after some have been read, though nobody has read them`() throws {
    try expectPrefetch(header: "'fortran_order': False, 'shape': (4, \(Self.elementCount))") { reader in
      var block = RowBlock(capacity: 1, columnCount: Self.elementCount)
      _ = try reader.read(into: &block)
    }
  }

  @Test func `In Fortran order, so are the next columns`() throws {
    try expectPrefetch(header: "'fortran_order': True, 'shape': (\(Self.elementCount), 4)") { reader in
      var slab = RowBlock(capacity: Self.elementCount, columnCount: 1)
      try reader.read(columns: 0..<1, into: &slab)
    }
  }

  /// Expects the second of four lines of an array, rows or columns, to be in memory soon after the first was read. A line
  /// is longer than what the system reads ahead by itself.
  private func expectPrefetch(header: String, readFirstLine: (inout DumpReader) throws -> Void) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.file(npy("{'descr': '<f8', \(header)}"))
    let descriptor = try FileDescriptor.open(path, .readWrite)
    defer { try? descriptor.close() }
    // Holes take no time to write.
    try descriptor.resize(to: Int64(5 * Self.lineByteCount))
    let endOfSecondLine = 2 * Self.lineByteCount - 8192
    try #require(try !isInMemory(descriptor, at: endOfSecondLine))
    // A control at the end: file systems without a disk fetch nothing.
    _ = posix_fadvise(descriptor.rawValue, off_t(4 * Self.lineByteCount), 4096, POSIX_FADV_WILLNEED)
    guard try isSoonInMemory(descriptor, at: 4 * Self.lineByteCount) else { return }

    var reader = try DumpReader(opening: path)
    try readFirstLine(&reader)
    #expect(try isSoonInMemory(descriptor, at: endOfSecondLine))
  }

  private func isSoonInMemory(_ descriptor: FileDescriptor, at offset: Int) throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < deadline {
      if try isInMemory(descriptor, at: offset) { return true }
      usleep(1000)
    }
    return false
  }

  /// Whether the page at an offset, a multiple of the page size, is in the page cache.
  private func isInMemory(_ descriptor: FileDescriptor, at offset: Int) throws -> Bool {
    let pages = mmap(nil, 1, PROT_READ, MAP_SHARED, descriptor.rawValue, off_t(offset))
    let page = try #require(pages != MAP_FAILED ? pages : nil)
    defer { munmap(page, 1) }
    var state: UInt8 = 0
    try #require(mincore(page, 1, &state) == 0)
    return state & 1 == 1
  }
}
