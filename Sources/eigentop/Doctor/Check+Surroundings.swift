import Foundation
import RunCatalog
import SystemPackage

extension Check {
  /// Fewer directories than this are soon used up, by an editor alone.
  private static let fewDirectories = 8192

  static func watching() -> [Check] {
    let area = "watching"
    let advice = "eigentop looks at everything again and again once they are used up; sysctl fs.inotify."
    let directories =
      switch ChangeNotifications.directoryLimit {
      case nil: warning(area, "directories", "not known", advice: "/proc is missing, or this is no Linux")
      case let limit? where limit < fewDirectories:
        warning(area, "directories", "\(limit) at most", advice: advice + "max_user_watches=65536")
      case let limit?: ok(area, "directories", "\(limit) at most")
      }
    let programs = ChangeNotifications.programLimit.map { ok(area, "programs", "\($0) at most") }
    let here = FileManager.default.currentDirectoryPath
    let type = fileSystem(of: here).map { "\($0), " } ?? ""
    let method =
      ChangeNotifications.reasonToPoll(FilePath(here)).map { "polled: \($0)" } ?? "the system tells of changes"
    return [directories] + [programs].compactMap { $0 } + [ok(area, "working directory", type + method)]
  }

  /// The type of the file system that is mounted at a path or above it, as the kernel calls it.
  private static func fileSystem(of path: String) -> String? {
    let fields = KernelFile.lines("/proc/self/mounts").map { $0.split(separator: " ") }.filter { $0.count > 2 }
    return fields.filter { FilePath(path).starts(with: FilePath(String($0[1]))) }
      .max { $0[1].count <= $1[1].count }.map { String($0[2]) }
  }

  static func sharedFiles() -> [Check] {
    let places = [
      ("themes", ThemeDirectory.shipped, "without colours"), ("sample data", SharedFiles.sample, "without the demo"),
      ("writer for trainers", SharedFiles.python, "nothing to import into a trainer"),
    ]
    return places.map { name, place, consequence in
      place.map { ok("installation", name, $0.path) }
        ?? warning(
          "installation", name, "not where the program is", advice: "\(consequence); install the program with its files"
        )
    }
  }
}
