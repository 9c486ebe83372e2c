import Foundation
import Synchronization

/// A directory below the system's temporary one that is gone when the process is, however it ends.
///
/// A shell of its own process group waits for the end of a pipe that only this process holds open, and then removes it: a signal
/// that kills this process leaves no time to, and none of its threads writes any more by then.
final class EphemeralDirectory: Sendable {
  let url: URL
  private let isOpen = Mutex(true)
  /// Its other end is the shell's input.
  private let lifeline: FileHandle

  /// - Parameter prefix: what its name begins with.
  init(prefix: String) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "\(prefix)-\(UUID().uuidString.prefix(8))")
    // Nobody else's: it must not be there already.
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    let pipe = Pipe()
    lifeline = pipe.fileHandleForWriting
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", "trap '' HUP INT QUIT TERM; read -r _; rm -rf -- \"$1\"", "sh", url.path]
    shell.currentDirectoryURL = URL(fileURLWithPath: "/")
    shell.standardInput = pipe
    shell.standardOutput = FileHandle.nullDevice
    shell.standardError = FileHandle.nullDevice
    do {
      try shell.run()
    } catch {
      remove()
      throw error
    }
  }

  /// Writes something into the directory, unless it has been removed.
  func write(_ body: (URL) throws -> Void) rethrows {
    try isOpen.withLock { isOpen in
      if isOpen { try body(url) }
    }
  }

  /// Removes the directory; what is being written to it is waited for.
  func remove() {
    isOpen.withLock { isOpen in
      isOpen = false
      try? FileManager.default.removeItem(at: url)
    }
  }
}
