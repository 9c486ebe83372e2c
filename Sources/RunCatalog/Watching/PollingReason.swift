import SystemPackage

/// Why a root is polled.
enum PollingReason {
  case asked
  /// The file system's name, and where in the tree it is met.
  case fileSystem(String, FilePath)
  /// The kernel refused another watch, or another queue.
  case watchLimit
  case queueLimit(Errno)

  /// In words for people, with what can be done about it.
  var text: String {
    switch self {
    case .asked: "asked for"
    case .fileSystem(let name, let path): "\(path.orHere) is on \(name), which does not tell of all changes"
    case .watchLimit: "more directories than the system watches for a user; \(Self.remedy("max_user_watches"))"
    case .queueLimit(.tooManyOpenFiles):
      "more programs watching than the system allows a user; \(Self.remedy("max_user_instances"))"
    case .queueLimit(let error): "the system refuses to tell of changes: \(error)"
    }
  }

  /// How to double a limit.
  private static func remedy(_ limit: String) -> String {
    let setting = "fs.inotify.\(limit)"
    guard let value = value(of: limit) else { return "raise \(setting) with sysctl" }
    return "allow more with: sysctl \(setting)=\(2 * value)"
  }

  static func value(of limit: String) -> Int? {
    let path = FilePath("/proc/sys/fs/inotify").appending(limit)
    guard let descriptor = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else { return nil }
    let bytes = try? descriptor.closeAfter {
      try [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
        count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
    }
    return bytes.flatMap { Int(String(decoding: $0, as: UTF8.self).trimmed) }.flatMap { $0 < 1 << 32 ? $0 : nil }
  }
}
