public import SystemPackage
public import TensorFiles

/// A regular file as it was when it was looked at.
public struct FileState: Sendable, Hashable {
  /// The root that it was come upon below, as given.
  public var root: FilePath
  /// The root as given, followed by what lies below it.
  public var path: FilePath
  public var identity: FileIdentity
  /// Bytes that the file system has set aside for it: fewer than it is long where it has holes.
  public var allocatedByteCount: Int

  public init(root: FilePath, path: FilePath, identity: FileIdentity, allocatedByteCount: Int) {
    self.root = root
    self.path = path
    self.identity = identity
    self.allocatedByteCount = allocatedByteCount
  }

  /// Looks at `path`, through links; nil if there is no regular file.
  ///
  /// - Throws: what the system says if it may not be looked at.
  init?(root: FilePath, path: FilePath) throws(Errno) {
    let status: Stat
    do {
      status = try path.stat()
    } catch {
      if error.isAbsence { return nil }
      throw error
    }
    guard status.type == .regular else { return nil }
    self.init(
      root: root, path: path, identity: FileIdentity(status), allocatedByteCount: Int(status.sizeAllocated))
  }
}

extension Errno {
  /// Whether it says that there is nothing of a name, a link to nothing among it.
  var isAbsence: Bool { self == .noSuchFileOrDirectory || self == .notDirectory || self == .tooManySymbolicLinkLevels }
}
