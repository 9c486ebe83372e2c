import Glibc
import SystemPackage

/// Reads a whole file that somebody else wrote, within a limit.
enum SmallFile {
  /// The bytes of the regular file at `path`; nil if there is none.
  ///
  /// - Throws: `CatalogProblem` if there is something that cannot be read, is no regular file or exceeds `limit` bytes.
  static func read(_ path: FilePath, limit: Int) throws(CatalogProblem) -> [UInt8]? {
    do {
      // Non-blocking, so that opening a pipe of this name does not wait for a writer.
      let descriptor = try FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
      return try descriptor.closeAfter { try read(descriptor, path: path, limit: limit) }
    } catch let problem as CatalogProblem {
      throw problem
    } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
      return nil
    } catch {
      throw CatalogProblem(path: path, reason: "\(error)")
    }
  }

  private static func read(_ descriptor: FileDescriptor, path: FilePath, limit: Int) throws -> [UInt8] {
    var status = stat()
    guard fstat(descriptor.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw CatalogProblem(path: path, reason: "not a regular file") }
    guard status.st_size <= limit else {
      throw CatalogProblem(path: path, reason: "\(status.st_size) bytes; at most \(limit) are read")
    }
    // The size is only where it stood a moment ago: the file may be growing, and then this much of it is read.
    return try [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[count...]))
        let read = try descriptor.read(into: rest)
        guard read > 0 else { break }
        count += read
      }
    }
  }
}
