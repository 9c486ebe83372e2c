internal import SystemPackage

/// Which file an open file is, and in which state: equal identities mean the same bytes, but for a writer that resets
/// the time of its last writing.
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

  init(_ status: Stat) {
    device = UInt64(truncatingIfNeeded: status.deviceID.rawValue)
    inode = UInt64(truncatingIfNeeded: status.inode.rawValue)
    byteCount = Int(status.size)
    modificationSeconds = Int(status.st_mtim.tv_sec)
    modificationNanoseconds = Int(status.st_mtim.tv_nsec)
  }
}
