import Glibc
import SystemPackage
import Testing

/// A file's bytes in memory, written to as an array is (mmap(2)); it is closed only with the mapping.
final class WritableMapping {
  private let bytes: UnsafeMutableRawBufferPointer
  private var isOpen = true

  init(of file: FilePath) throws {
    let descriptor = try FileDescriptor.open(file, .readWrite)
    defer { try? descriptor.close() }
    let count = Int(try file.stat().size)
    let address = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor.rawValue, 0)
    try #require(address != MAP_FAILED)
    bytes = UnsafeMutableRawBufferPointer(start: address, count: count)
  }

  func write(_ content: [UInt8]) { bytes.copyBytes(from: content) }

  func close() {
    if isOpen { munmap(bytes.baseAddress, bytes.count) }
    isOpen = false
  }

  deinit { close() }
}
