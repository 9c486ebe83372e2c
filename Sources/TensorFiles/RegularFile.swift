internal import SystemPackage

/// An open regular file of bounded size, read by position and closed with its last use.
///
/// Never mapped: dumps are truncated while we look, and under a mapping that is a SIGBUS.
struct RegularFile: ~Copyable {
  let path: FilePath
  /// Bytes when it was opened.
  let size: Int
  private let descriptor: FileDescriptor
  private let status: Stat

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
    self.size = Int(status.size)
    self.descriptor = descriptor
    self.status = status
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
    let now: Stat
    do {
      now = try Stat(descriptor)
    } catch {
      throw TensorFileError(.unreadable, in: path, "\(error)")
    }
    let (before, after) = (status.st_mtim, now.st_mtim)
    guard now.size == status.size, (after.tv_sec, after.tv_nsec) == (before.tv_sec, before.tv_nsec) else {
      throw TensorFileError(.changed, in: path, "was written to while it was read")
    }
  }
}
