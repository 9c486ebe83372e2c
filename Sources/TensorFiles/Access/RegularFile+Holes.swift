import Glibc

/// A file may be made as long as it will be before it is written. What has not been written is a hole then, and reads
/// as zeros.
extension RegularFile {
  /// Holes begin where a page does: zeros in front of one may be the unwritten part of a page, which is 2 MiB at most.
  private static let greatestPageByteCount = 2 << 20

  /// Bytes up to the last that is known to have been written. What comes after it is a hole that reaches to the end, or
  /// the zeros before one. All bytes, zeros or not, of a file without a hole at its end; holes elsewhere count as zeros.
  /// - Throws: `unreadable` if the system fails, `changed` if the file shrinks.
  func writtenByteCount() throws(TensorFileError) -> Int {
    guard isSparse else { return size }
    let hole = startOfLastHole()
    guard hole < size else { return size }
    var end = hole
    let leastEnd = max(0, hole - Self.greatestPageByteCount)
    var piece = [UInt8](repeating: 0, count: min(64 << 10, end))
    while end > leastEnd {
      let start = max(leastEnd, end - piece.count)
      let count = end - start
      try piece.withUnsafeMutableBufferPointer { (bytes) throws(TensorFileError) in
        try read(
          into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(bytes)[..<count]), at: start)
      }
      if let last = piece[..<count].lastIndex(where: { $0 != 0 }) { return start + last + 1 }
      end = start
    }
    return end
  }

  /// The least offset from which on there are no data; the size where the last byte is data, or where the file system
  /// knows no holes.
  private func startOfLastHole() -> Int {
    // Whether there are data at or after an offset changes once.
    var (lower, upper) = (0, size)
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if hasData(from: middle) { lower = middle + 1 } else { upper = middle }
    }
    return upper
  }

  private func hasData(from offset: Int) -> Bool {
    // Linux's SEEK_DATA, a GNU extension that the Glibc module does not have.
    let nextData: CInt = 3
    // Anything but "no data from here on" is no news of a hole.
    return lseek(fileDescriptor, off_t(offset), nextData) >= 0 || errno != ENXIO
  }
}
