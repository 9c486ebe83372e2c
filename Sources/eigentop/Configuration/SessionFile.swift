import Dashboard
import Foundation
import SystemPackage

/// Where the look at some directories is remembered: a file of its own for every list of directories, below
/// `$XDG_STATE_HOME/eigentop`, never below what is watched.
struct SessionFile {
  let url: URL
  /// The directories as they were named.
  private let roots: [FilePath]

  /// A file of more than this was not written by this program.
  private static let largest = 1 << 20
  /// So many lists of directories are remembered, those left last.
  private static let count = 200

  /// nil without a home, and where the home is itself watched.
  init?(_ roots: [FilePath], environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.roots = roots
    // The same directories, however they are named.
    let paths = roots.map { URL(fileURLWithPath: $0.string).resolvingSymlinksInPath().path }
    guard let base = BaseDirectory.state.path(in: environment),
      let url = BaseDirectory.state.url("sessions/\(Self.hash(of: paths)).json", in: environment)
    else { return nil }
    let state = URL(fileURLWithPath: base).resolvingSymlinksInPath().path
    guard !paths.contains(where: { FilePath(state).starts(with: FilePath($0)) }) else { return nil }
    self.url = url
  }

  /// What was remembered; nil where there is nothing, an error in words where there is nothing that can be read.
  func read() throws(Unreadable) -> Session? {
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    guard let handle = try? FileHandle(forReadingFrom: url),
      let data = try? handle.read(upToCount: Self.largest + 1), data.count <= Self.largest,
      let session = try? JSONDecoder().decode(Session.self, from: data)
    else { throw Unreadable() }
    return session
  }

  /// Replaces what was remembered, whole or not at all.
  func write(_ model: Model) throws {
    let directory = url.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(model.session(of: roots))
    // What could not be read again is not worth the room.
    if data.count <= Self.largest { try data.write(to: url, options: .atomic) }
    forgetOldest(in: directory)
  }

  struct Unreadable: Error, CustomStringConvertible {
    let description = "what was remembered of these directories cannot be read; nothing of it is used"
  }

  private func forgetOldest(in directory: URL) {
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: directory, includingPropertiesForKeys: [.contentModificationDateKey])) ?? []
    guard files.count > Self.count else { return }
    let dated = files.map { file in
      (
        file,
        (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate ?? .distantPast
      )
    }
    for (file, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(Self.count) {
      try? FileManager.default.removeItem(at: file)
    }
  }

  /// FNV-1a, which is the same in every process.
  private static func hash(of paths: [String]) -> String {
    let bytes = paths.joined(separator: "\0").utf8
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
