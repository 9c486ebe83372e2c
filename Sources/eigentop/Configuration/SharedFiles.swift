import Foundation

/// Files that come with the program: beside an installed one in `share/eigentop`, else in the source tree it was built in.
enum SharedFiles {
  static var sample: URL? { directory(installed: "sample", source: "SampleData", holding: "labels.npy") }
  static var python: URL? {
    directory(installed: "python", source: "Sources/eigentop/Python", holding: "eigentop_writer.py")
  }

  /// The first directory that holds a file.
  ///
  /// - Parameters:
  ///   - installed: its name below `share/eigentop`.
  ///   - source: its name in the source tree.
  ///   - file: what has to be in it.
  static func directory(installed: String, source: String, holding file: String) -> URL? {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let share = program.deletingLastPathComponent().deletingLastPathComponent().appending(path: "share/eigentop")
    let ancestors = sequence(first: program.deletingLastPathComponent()) {
      $0.path == "/" ? nil : $0.deletingLastPathComponent()
    }
    let candidates = [share.appending(path: installed)] + ancestors.prefix(6).map { $0.appending(path: source) }
    return candidates.first { FileManager.default.fileExists(atPath: $0.appending(path: file).path) }
  }
}
