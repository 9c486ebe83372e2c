import Foundation
import Glibc

/// Tells when files in some directories have been written, moved or removed (inotify(7)); nothing where the kernel does not.
final class DirectoryWatch {
  /// Readable when something has changed; nil where nothing can be told.
  let descriptor: CInt?

  init() {
    let descriptor = inotify_init1(CInt(IN_CLOEXEC) | CInt(IN_NONBLOCK))
    self.descriptor = descriptor >= 0 ? descriptor : nil
  }

  deinit { if let descriptor { close(descriptor) } }

  /// Watches these directories from now on, those that exist. The same directory twice is the same as once.
  func watch(_ directories: [URL]) {
    guard let descriptor else { return }
    // Not every write, but the end of writing: what is read then is whole.
    let mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
    for directory in directories { _ = inotify_add_watch(descriptor, directory.path, UInt32(mask)) }
  }

  /// Whether anything has changed since the last time. Never waits.
  func drain() -> Bool {
    guard let descriptor else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    var hasChanged = false
    while read(descriptor, &buffer, buffer.count) > 0 { hasChanged = true }
    return hasChanged
  }
}
