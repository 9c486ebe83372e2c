import Foundation
import LinearAlgebra
import SystemPackage
import Testing

@testable import TensorFiles

struct PrefetchTests {
  private static let rowByteCount = 32 << 20

  /// The row is longer than what the system reads ahead by itself.
  @Test func `The next block is in memory soon after a block has been read, though nobody has read it`() throws {
    let directory = try ScratchDirectory()
    let columnCount = Self.rowByteCount / 8
    let path = try directory.file(npy("{'descr': '<f8', 'fortran_order': False, 'shape': (4, \(columnCount))}"))
    let descriptor = try FileDescriptor.open(path, .readWrite)
    defer { try? descriptor.close() }
    // Holes take no time to write.
    try descriptor.resize(to: Int64(5 * Self.rowByteCount))
    let endOfSecondRow = 2 * Self.rowByteCount - 8192
    try #require(try !isInMemory(descriptor, at: endOfSecondRow))
    // A control at the end: file systems without a disk fetch nothing.
    _ = posix_fadvise(descriptor.rawValue, off_t(4 * Self.rowByteCount), 4096, POSIX_FADV_WILLNEED)
    guard try isSoonInMemory(descriptor, at: 4 * Self.rowByteCount) else { return }

    var reader = try DumpReader(opening: path)
    var block = RowBlock(capacity: 1, columnCount: columnCount)
    #expect(try reader.read(into: &block))
    #expect(try isSoonInMemory(descriptor, at: endOfSecondRow))
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
