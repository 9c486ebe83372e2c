public import SystemPackage

/// Which file an open file is, and in which state: equal identities mean the same bytes, but for writes within one tick
/// of the file system's clock, and for writes through a mapping (mmap(2)). Of those the system notes when a page is first
/// touched after it was last written back, not every later touch: until somebody writes it back, which a file system in
/// memory never does.
public struct FileIdentity: Sendable, Hashable {
  /// Number of the device that the file is on.
  public let device: UInt64
  /// Number of the file on its device.
  public let inode: UInt64
  /// Length of the file in bytes.
  public let byteCount: Int
  /// When it was last written to, in seconds since 1970, and nanoseconds on top of them.
  public let modificationSeconds: Int
  public let modificationNanoseconds: Int
  /// When it, its name or its permissions last changed, which no writer can set back.
  public let changeSeconds: Int
  public let changeNanoseconds: Int

  /// What `status` says of the file that it was asked of.
  public init(_ status: Stat) {
    device = UInt64(truncatingIfNeeded: status.deviceID.rawValue)
    inode = UInt64(truncatingIfNeeded: status.inode.rawValue)
    byteCount = Int(status.size)
    modificationSeconds = Int(status.st_mtim.tv_sec)
    modificationNanoseconds = Int(status.st_mtim.tv_nsec)
    changeSeconds = Int(status.st_ctim.tv_sec)
    changeNanoseconds = Int(status.st_ctim.tv_nsec)
  }

  /// The identity of the file at `path` or, of a link, of the file that it leads to.
  ///
  /// - Throws: what the system says if there is none, or it may not be looked at.
  public init(path: FilePath) throws(Errno) {
    self.init(try path.stat())
  }

  /// The identity of a file whose status is known.
  package init(
    device: UInt64, inode: UInt64, byteCount: Int, modificationSeconds: Int, modificationNanoseconds: Int,
    changeSeconds: Int, changeNanoseconds: Int
  ) {
    self.device = device
    self.inode = inode
    self.byteCount = byteCount
    self.modificationSeconds = modificationSeconds
    self.modificationNanoseconds = modificationNanoseconds
    self.changeSeconds = changeSeconds
    self.changeNanoseconds = changeNanoseconds
  }

  /// Whether it is the same file, whatever has happened to it.
  func isSameFile(as other: FileIdentity) -> Bool { device == other.device && inode == other.inode }

  /// Whether it is the same file and nobody has written to it. New names, permissions, and that it is deleted, which
  /// the change time would tell too, change no byte.
  func isUnwritten(since other: FileIdentity) -> Bool {
    isSameFile(as: other) && byteCount == other.byteCount && modificationSeconds == other.modificationSeconds
      && modificationNanoseconds == other.modificationNanoseconds
  }
}
