import Analysis
import Glibc
import SystemPackage

/// The files and directories in one directory, in natural order.
struct DirectoryListing {
  /// A file system object, whatever path led to it.
  struct Identity: Hashable {
    var device: dev_t
    var inode: ino_t
  }

  struct Entry {
    enum Kind {
      case file
      /// A symbolic link to a regular file.
      case linkedFile
      case directory
      /// A symbolic link to a directory.
      case linkedDirectory
    }

    var name: [UInt8]
    var path: FilePath
    var kind: Kind

    /// Whether it is left out of listings by custom.
    var isHidden: Bool { name.first == dot }
  }

  let identity: Identity
  private(set) var entries: [Entry] = []
  /// What in it could not be looked at.
  private(set) var problems: [CatalogProblem] = []

  /// Reads the names in the directory at `path`, the working directory if that is empty. Dangling links and what is neither file nor directory are left out.
  ///
  /// - Throws: `Errno` if it cannot be opened as a directory.
  init(path: FilePath) throws {
    let descriptor = try FileDescriptor.open(path.orHere, .readOnly, options: [.directory, .closeOnExec])
    guard let stream = fdopendir(descriptor.rawValue) else {
      let error = Errno(rawValue: errno)
      try descriptor.close()
      throw error
    }
    defer { closedir(stream) }
    var status = stat()
    guard fstat(descriptor.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    identity = Identity(device: status.st_dev, inode: status.st_ino)

    while let (name, type) = next(in: stream, path: path) {
      guard name != [dot], name != [dot, dot], let entryPath = Self.path(of: name, in: path),
        let kind = kind(of: name, type: type, in: dirfd(stream), path: entryPath)
      else { continue }
      entries.append(Entry(name: name, path: entryPath, kind: kind))
    }
    entries.sort { NaturalOrder.precedes($0.name.span, $1.name.span) }
  }

  /// The next name in `stream`, as bytes, and its `DT_` type.
  private mutating func next(in stream: OpaquePointer, path: FilePath) -> (name: [UInt8], type: Int)? {
    errno = 0
    guard let entry = readdir(stream) else {
      // An error in the middle (a stale NFS handle): what was read so far still counts.
      if errno != 0 { problems.append(CatalogProblem(path: path, reason: Errno(rawValue: errno).description)) }
      return nil
    }
    // Through a pointer: `d_name` is declared with 256 bytes, but the record may end, and the buffer with it, sooner.
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
    let characters = UnsafeRawPointer(entry).advanced(by: offset)
    let length = strlen(characters.assumingMemoryBound(to: CChar.self))
    return (Array(UnsafeRawBufferPointer(start: characters, count: length)), Int(entry.pointee.d_type))
  }

  private mutating func kind(of name: [UInt8], type: Int, in directory: CInt, path: FilePath) -> Entry.Kind? {
    if type == DT_REG { return .file }
    if type == DT_DIR { return .directory }
    // Some file systems leave the type to be asked for.
    guard type == DT_LNK || type == DT_UNKNOWN else { return nil }
    let isLink = type == DT_LNK || mode(of: name, in: directory, flags: AT_SYMLINK_NOFOLLOW) == S_IFLNK
    guard let target = mode(of: name, in: directory, flags: 0) else {
      // A link to nothing or to itself is skipped, and so is what vanished since it was listed.
      let error = Errno(rawValue: errno)
      if error != .noSuchFileOrDirectory && error != .tooManySymbolicLinkLevels && error != .notDirectory {
        problems.append(CatalogProblem(path: path, reason: error.description))
      }
      return nil
    }
    switch target {
    case S_IFREG: return isLink ? .linkedFile : .file
    case S_IFDIR: return isLink ? .linkedDirectory : .directory
    default: return nil
    }
  }

  /// The file type bits of `name`; nil with `errno` set if it cannot be looked at.
  private func mode(of name: [UInt8], in directory: CInt, flags: CInt) -> mode_t? {
    var status = stat()
    let result = (name + [0]).withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.map { fstatat(directory, $0, &status, flags) } ?? -1
      }
    }
    return result == 0 ? status.st_mode & S_IFMT : nil
  }

  private static func path(of name: [UInt8], in directory: FilePath) -> FilePath? {
    let component = (name + [0]).withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { $0.baseAddress.flatMap(FilePath.Component.init(platformString:)) }
    }
    return component.map(directory.appending)
  }
}

extension FilePath {
  /// The path for the system, to which an empty one is no path: what lies above `a.npy` is the working directory.
  var orHere: FilePath { isEmpty ? "." : self }
}

private let dot = UInt8(ascii: ".")
