import Foundation
import Glibc
import SystemPackage

/// Why something was not exported, in a line that names the file.
struct ExportFailure: Error, CustomStringConvertible {
  let description: String
  /// Whether only that there is a file already, which could be replaced.
  var isTaken = false
}

/// A file that somebody asked for: there whole or not at all, in the place of another only when that is wanted, and never below what
/// is watched.
struct ExportedFile {
  /// Absolute, the folder without links.
  let url: URL

  /// - Parameters:
  ///   - name: a path, relative to the working directory; `~/` is the home.
  ///   - watched: the directories in which nothing is written.
  init(_ name: String, watched: [FilePath]) throws(ExportFailure) {
    let url = URL(fileURLWithPath: (name as NSString).expandingTildeInPath)
    let directory = url.deletingLastPathComponent().resolvingSymlinksInPath()
    self.url = directory.appending(path: url.lastPathComponent)
    for root in watched {
      let path = URL(fileURLWithPath: root.string).resolvingSymlinksInPath().path
      if directory.path == path || directory.path.hasPrefix(path + "/") {
        throw ExportFailure(
          description: "\(root) is being watched, and nothing is written there: name another directory")
      }
    }
  }

  /// Whether something is there that has to be replaced, because the name leads to no other.
  var isTaken: Bool {
    // Not followed: a link that leads nowhere is there, too.
    numberedSuccessors.isEmpty && (try? FileManager.default.attributesOfItem(atPath: url.path)) != nil
  }

  /// - Parameter replaces: whether a file of this name may go. Otherwise a name that ends in a number of three digits goes on to the
  ///   next that is free.
  /// - Returns: the path of the file.
  func write(_ bytes: [UInt8], replaces: Bool) throws(ExportFailure) -> String {
    // First, as no file may be allowed beside a device; and once more before it is replaced.
    if replaces { try refuseWhatIsNoFile() }
    let temporary = url.deletingLastPathComponent().appending(path: ".\(UUID().uuidString).part")
    defer { try? FileManager.default.removeItem(at: temporary) }
    do {
      let file = try FileDescriptor.open(
        FilePath(temporary.path), .writeOnly, options: [.create, .exclusiveCreate], permissions: .fileDefault)
      try file.closeAfter { _ = try file.writeAll(bytes) }
    } catch {
      throw ExportFailure(description: "\(url.path) cannot be written: \(error)")
    }
    for url in [url] + (replaces ? [] : numberedSuccessors) {
      if try move(temporary, to: url, replaces: replaces) { return url.path }
    }
    throw ExportFailure(description: "\(url.path) is there already", isTaken: true)
  }

  /// A folder, a device or a link is not what somebody wants to have replaced.
  private func refuseWhatIsNoFile() throws(ExportFailure) {
    let type = try? FileManager.default.attributesOfItem(atPath: url.path)[.type] as? FileAttributeType
    guard let type, type != .typeRegular else { return }
    throw ExportFailure(description: "\(url.path) is no regular file, and is left as it is")
  }

  /// - Returns: false where the place is taken.
  private func move(_ temporary: URL, to url: URL, replaces: Bool) throws(ExportFailure) -> Bool {
    if replaces {
      try refuseWhatIsNoFile()
      if rename(temporary.path, url.path) == 0 { return true }
    } else {
      // A link, unlike a name, takes no place that is taken.
      if link(temporary.path, url.path) == 0 { return true }
      // Not followed: a link that leads nowhere is there, too.
      if (try? FileManager.default.attributesOfItem(atPath: url.path)) != nil { return false }
      // Not all file systems have links.
      if rename(temporary.path, url.path) == 0 { return true }
    }
    throw ExportFailure(description: "\(url.path) cannot be written: \(Errno(rawValue: errno))")
  }

  /// `name-002.svg`, `name-003.svg` … of `name-001.svg`; none of other names.
  private var numberedSuccessors: [URL] {
    let stem = url.deletingPathExtension().lastPathComponent
    let digits = stem.suffix(3)
    guard digits.count == 3, let number = Int(digits), digits.allSatisfy(\.isWholeNumber), stem.dropLast(3).last == "-",
      number < 999
    else { return [] }
    return (number + 1...999).map { next in
      let name = "\(stem.dropLast(3))\(String(repeating: "0", count: 3 - "\(next)".count))\(next)"
      return url.deletingLastPathComponent().appending(path: "\(name).\(url.pathExtension)")
    }
  }
}

extension FilePermissions {
  /// What the user's mask leaves of reading and writing for all.
  fileprivate static let fileDefault: Self = [.ownerReadWrite, .groupReadWrite, .otherReadWrite]
}
