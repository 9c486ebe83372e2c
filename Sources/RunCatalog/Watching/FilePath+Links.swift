import Glibc
import SystemPackage

extension FilePath {
  /// Follows the symbolic links on the way to this path, as the kernel does: which they are, each by a path without links
  /// above it, and the path without links where the way ends, be anything there or not.
  func followingLinks() -> (links: [FilePath], end: FilePath) {
    var links: [FilePath] = []
    var end = FilePath(root: root, [])
    var pending = Array(components.reversed())
    while let component = pending.popLast() {
      let path = end.appending(component)
      guard let target = path.linkTarget, links.count < Self.greatestLinkCount else {
        end = path
        continue
      }
      links.append(path)
      if let root = target.root { end = FilePath(root: root, []) }
      pending += target.components.reversed()
    }
    return (links, end)
  }

  /// Linux follows no more on one way.
  private static let greatestLinkCount = 40

  /// What the symbolic link at this path says; nil where there is none.
  private var linkTarget: FilePath? {
    let bytes = [CChar](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = max(0, withPlatformString { readlink($0, start, buffer.count - 1) })
      // It does not end in a zero by itself.
      start[count] = 0
      count = count > 0 ? count + 1 : 0
    }
    return bytes.withUnsafeBufferPointer { characters in
      characters.isEmpty ? nil : characters.baseAddress.map { FilePath(platformString: $0) }
    }
  }
}
