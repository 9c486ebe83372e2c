import Glibc
internal import SystemPackage

/// An open regular file of bounded size, read by position and closed with its last use.
///
/// Never mapped: dumps are truncated while we look, and under a mapping that is a SIGBUS.
struct RegularFile: ~Copyable {
  let path: FilePath
  /// What it was when it was opened.
  let identity: FileIdentity
  /// Whether it took less room than it has bytes: parts of it are holes.
  let isSparse: Bool
  private let descriptor: FileDescriptor

  /// Bytes when it was opened.
  var size: Int { identity.byteCount }
  /// Number of the descriptor, which stays the file's.
  var fileDescriptor: CInt { descriptor.rawValue }

  /// - Throws: `unreadable` if the system refuses, or if `path` is a directory, a pipe or a device.
  init(opening path: FilePath) throws(TensorFileError) {
    let descriptor: FileDescriptor
    do {
      // Without `nonBlocking`, opening a pipe that nobody writes to waits for ever.
      descriptor = try FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
    } catch {
      throw TensorFileError(.unreadable, in: path, "\(error)")
    }
    let status = try? Stat(descriptor)
    guard let status, status.type == .regular else {
      try? descriptor.close()
      throw TensorFileError(.unreadable, in: path, status?.type == .directory ? "a directory" : "not a regular file")
    }
    self.path = path
    self.identity = FileIdentity(status)
    self.isSparse = status.sizeAllocated < status.size
    self.descriptor = descriptor
  }

  deinit {
    try? descriptor.close()
  }

  /// Fills `buffer` with the bytes from `offset` on.
  /// - Throws: `changed` if the file ends before, `unreadable` if the system fails.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(TensorFileError) {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let readCount: Int
      do {
        readCount = try descriptor.read(fromAbsoluteOffset: Int64(offset + count), into: rest)
      } catch {
        throw TensorFileError(.unreadable, in: path, at: offset + count, "\(error)")
      }
      guard readCount > 0 else {
        throw TensorFileError(.changed, in: path, at: offset + count, "shrank while it was read")
      }
      count += readCount
    }
  }

  /// - Throws: `changed` if the file has been written to since it was opened, `unreadable` if the system fails.
  func requireUnchanged() throws(TensorFileError) {
    guard try status().isUnwritten(since: identity) else {
      throw TensorFileError(.changed, in: path, "was written to while it was read")
    }
  }

  /// - Throws: `changed` if the file has become shorter or its name another file's, `unreadable` if the system fails.
  func requireOnlyGrown() throws(TensorFileError) {
    let count = try status().byteCount
    guard count >= size else {
      throw TensorFileError(.changed, in: path, at: count, "shrank while it was read")
    }
    // One that has been deleted can still be read.
    guard let named = try? Stat(path), !FileIdentity(named).isSameFile(as: identity) else { return }
    throw TensorFileError(.changed, in: path, "was replaced while it was read")
  }

  private func status() throws(TensorFileError) -> FileIdentity {
    do {
      return FileIdentity(try Stat(descriptor))
    } catch {
      throw TensorFileError(.unreadable, in: path, "\(error)")
    }
  }
}

/// Hints, which a system may follow or not: what comes of them is not looked at.
extension RegularFile {
  /// Says that the file is read from its beginning to its end.
  func expectSequentialReading() {
    _ = posix_fadvise(descriptor.rawValue, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  /// Asks for bytes that are read soon, without waiting for them.
  func prefetch(_ range: Range<Int>) {
    // Of a longer range Linux fetches no more than its read-ahead window, which has this size unless it was changed.
    let window = 128 << 10
    for start in stride(from: range.lowerBound, to: range.upperBound, by: window) {
      let count = min(window, range.upperBound - start)
      _ = posix_fadvise(descriptor.rawValue, off_t(start), off_t(count), POSIX_FADV_WILLNEED)
    }
  }
}
