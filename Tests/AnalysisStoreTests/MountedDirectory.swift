import AnalysisStore
import Foundation
import SystemPackage

/// A file system in memory of a test's own, for those who may mount one.
final class MountedDirectory {
  private let directory: StoreDirectory

  var path: FilePath { directory.path }
  var location: StoreLocation { .directory(path.appending("eigentop")) }

  /// Whether this process may mount.
  static let isPossible = (try? MountedDirectory(byteCount: 1 << 20)) != nil

  init(byteCount: Int) throws {
    directory = try StoreDirectory()
    try Self.run("mount", "-t", "tmpfs", "-o", "size=\(byteCount)", "tmpfs", directory.path.string)
  }

  deinit { try? Self.run("umount", "-l", directory.path.string) }

  /// Nothing can be written from now on.
  func makeReadOnly() throws { try Self.run("mount", "-o", "remount,ro", path.string) }

  /// Fills it but for so many bytes.
  func fill(leaving byteCount: Int) throws {
    let file = try FileDescriptor.open(
      path.appending("ballast"), .writeOnly, options: .create, permissions: .ownerReadWrite)
    try file.closeAfter {
      let block = [UInt8](repeating: 1, count: 4096)
      while (try? file.writeAll(block)) != nil {}
      let size = try file.seek(offset: 0, from: .end)
      try file.resize(to: max(0, size - Int64(byteCount)))
    }
  }

  /// Makes room again.
  func empty() throws { try FileManager.default.removeItem(atPath: path.appending("ballast").string) }

  private static func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.featureUnsupported) }
  }
}
