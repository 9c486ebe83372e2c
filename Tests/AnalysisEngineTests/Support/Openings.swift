import Glibc
import SystemPackage
import Testing

/// Counts how often files are opened, by anybody, as the kernel tells.
final class Openings {
  private let descriptor: CInt

  init(of files: [FilePath]) throws {
    descriptor = inotify_init1(CInt(IN_NONBLOCK | IN_CLOEXEC))
    try #require(descriptor >= 0)
    for file in files {
      try #require(file.withPlatformString { inotify_add_watch(descriptor, $0, UInt32(IN_OPEN)) } >= 0)
    }
  }

  deinit { close(descriptor) }

  /// Since the last time.
  var count: Int {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let bytes = read(descriptor, &buffer, buffer.count)
    return max(0, bytes) / MemoryLayout<inotify_event>.size
  }
}
