import SystemPackage

/// A file of /proc. It has no size, and comes in pieces: Foundation would stop after the first.
enum KernelFile {
  /// Its lines; none where it cannot be read.
  static func lines(_ path: FilePath) -> [Substring] {
    guard let file = try? FileDescriptor.open(path, .readOnly, options: .closeOnExec) else { return [] }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while let count = try? piece.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
      bytes += piece.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
