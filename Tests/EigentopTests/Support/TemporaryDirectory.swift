import Foundation

/// A directory of a test's own, removed with everything in it at the end.
final class TemporaryDirectory {
  let url: URL

  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "eigentop-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, and makes the directories above it; returns its path.
  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

  @discardableResult
  func write(_ features: FeatureMatrix, to name: String) throws -> String { try write(features.npy, to: name) }

  /// What a file holds.
  func read(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }
}
