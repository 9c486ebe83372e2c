import Foundation
import SystemPackage

/// A file that somebody asked for: there whole or not at all, never in the place of another, and never below what is watched.
struct ExportedFile {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Absolute, without links.
  let url: URL

  /// - Parameters:
  ///   - name: a path, relative to the working directory; `~/` is the home.
  ///   - watched: the directories in which nothing is written.
  init(_ name: String, watched: [FilePath]) throws(Failure) {
    let url = URL(fileURLWithPath: (name as NSString).expandingTildeInPath)
    let directory = url.deletingLastPathComponent().resolvingSymlinksInPath()
    self.url = directory.appending(path: url.lastPathComponent)
    for root in watched {
      let path = URL(fileURLWithPath: root.string).resolvingSymlinksInPath().path
      if directory.path == path || directory.path.hasPrefix(path + "/") {
        throw Failure(description: "\(root) is being watched, and nothing is written there: name another directory")
      }
    }
  }

  func write(_ text: String) throws(Failure) {
    let temporary = url.deletingLastPathComponent().appending(path: ".\(UUID().uuidString).part")
    defer { try? FileManager.default.removeItem(at: temporary) }
    do {
      let file = try FileDescriptor.open(
        FilePath(temporary.path), .writeOnly, options: [.create, .exclusiveCreate], permissions: .fileDefault)
      try file.closeAfter { _ = try file.writeAll(text.utf8) }
    } catch {
      throw Failure(description: "\(url.path) cannot be written: \(error)")
    }
    // Takes no place that is taken.
    do { try FileManager.default.moveItem(at: temporary, to: url) } catch {
      throw Failure(description: "\(url.path) is there already: name another file")
    }
  }
}

extension FilePermissions {
  /// What the user's mask leaves of reading and writing for all.
  fileprivate static let fileDefault: Self = [.ownerReadWrite, .groupReadWrite, .otherReadWrite]
}
