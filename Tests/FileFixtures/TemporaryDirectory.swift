import Foundation
import Glibc
public import SystemPackage

/// A directory of a test's own, removed with everything in it when the last reference goes.
public final class TemporaryDirectory: Sendable {
  public let path: FilePath

  public init() throws {
    var template = Array(
      "\(FilePath(FileManager.default.temporaryDirectory.path).appending("eigentop-XXXXXX"))".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    path = template.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { FilePath(platformString: $0) } ?? "" }
  }

  deinit {
    path.withPlatformString { Self.remove($0, in: AT_FDCWD) }
  }

  /// Makes the directory `name` and those above it; returns its path.
  @discardableResult
  public func makeDirectory(_ name: FilePath) throws -> FilePath {
    var directory = path
    for component in name.components {
      directory.append(component)
      try check(directory.withPlatformString { mkdir($0, 0o755) }, except: .fileExists)
    }
    return directory
  }

  /// Makes the file `name` with `text` in it, and the directories above it; returns its path.
  @discardableResult
  public func write(_ text: String = "", to name: FilePath) throws -> FilePath {
    try write(text.utf8, to: name)
  }

  /// Makes the file `name` with these bytes, or writes over it in place, and makes the directories above it; returns its path.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: FilePath) throws -> FilePath {
    let file = try makeDirectory(name.removingLastComponent()).appending(name.components.suffix(1))
    let descriptor = try FileDescriptor.open(
      file, .writeOnly, options: [.create, .truncate],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
    return file
  }

  /// What the file `name` holds.
  public func read(_ name: FilePath) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path.pushing(name).string)))
  }

  /// Removes a file, or a directory with all in it.
  public func remove(_ name: FilePath) throws {
    let path = path.pushing(name)
    _ = try path.stat(followTargetSymlink: false)
    path.withPlatformString { Self.remove($0, in: AT_FDCWD) }
  }

  /// Makes the symbolic link `name` to `target`.
  public func link(_ name: FilePath, to target: String) throws {
    let file = path.pushing(name)
    try check(file.withPlatformString { symlink(target, $0) })
  }

  /// Works from directory to directory, because a test may have made a path too long to be named.
  private static func remove(_ name: UnsafePointer<CChar>, in directory: CInt) {
    guard unlinkat(directory, name, 0) != 0 else { return }
    let descriptor = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    if let stream = fdopendir(descriptor) {
      while let entry = readdir(stream) {
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
          tuple.withMemoryRebound(to: CChar.self, capacity: 256) { name in
            if strcmp(name, ".") != 0 && strcmp(name, "..") != 0 { remove(name, in: descriptor) }
          }
        }
      }
      closedir(stream)
    }
    unlinkat(directory, name, AT_REMOVEDIR)
  }

  private func check(_ result: CInt, except tolerated: Errno? = nil) throws {
    if result != 0, Errno(rawValue: errno) != tolerated { throw Errno(rawValue: errno) }
  }
}
