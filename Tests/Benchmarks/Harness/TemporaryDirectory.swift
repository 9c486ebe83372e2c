import Foundation
import SystemPackage

/// Where dumps and compiled controls are while the benchmark runs.
struct TemporaryDirectory {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "eigentop-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  /// With all that it holds.
  func remove() { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> FilePath { FilePath(url.appending(path: name).path(percentEncoded: false)) }

  /// A new directory in this one.
  func makeDirectory(_ name: String) throws -> FilePath {
    try FileManager.default.createDirectory(at: url.appending(path: name), withIntermediateDirectories: false)
    return path(name)
  }

  func remove(_ path: FilePath) { try? FileManager.default.removeItem(atPath: path.string) }
}
