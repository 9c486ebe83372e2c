import AnalysisStore
import Foundation
import Glibc
import Synchronization
import SystemPackage

/// The program's own files.
extension Check {
  /// - Parameter configuration: a file that was named in the place of the user's.
  static func files(_ environment: [String: String], configuration: String?) -> [Check] {
    cache(environment) + preferences(environment, configuration)
      + [directory("sessions", .state, "sessions", environment)]
  }

  private static func cache(_ environment: [String: String]) -> [Check] {
    let place = directory("cache", .cache, "", environment)
    guard place.status == .ok, let file = StoreLocation.standard(environment: environment).file else { return [place] }
    guard (try? Stat(file)) != nil else {
      return [place, ok("files", "results", "none yet, tables of version \(StoreInfo.schemaVersion)")]
    }
    let problem = Mutex<String?>(nil)
    let store = AnalysisStore(.directory(file.removingLastComponent()), sizeLimit: .max) { text in
      problem.withLock { $0 = $0 ?? text }
    }
    defer { store.close() }
    let info = store.info()
    guard let info, store.file != nil, problem.withLock({ $0 }) == nil else {
      return [
        place,
        warning(
          "files", "results", problem.withLock { $0 } ?? "cannot be read",
          advice: "what is said again the next time goes away with: eigentop cache clear"),
      ]
    }
    let size = String(format: "%.1f MiB", Double(info.byteCount) / 1_048_576)
    return [
      place, ok("files", "results", "\(info.recordCount), \(size), tables of version \(StoreInfo.schemaVersion)"),
    ]
  }

  private static func preferences(_ environment: [String: String], _ named: String?) -> [Check] {
    let file = named.map { URL(fileURLWithPath: $0) } ?? Preferences.file(environment)
    var checks: [Check] = []
    do {
      let preferences = try Preferences(file)
      checks.append(ok("files", "configuration", file?.path ?? "none"))
      checks += preferences.warnings.map {
        warning("files", "configuration", $0, advice: "it means nothing, and is passed over")
      }
    } catch {
      checks.append(
        self.error(
          "files", "configuration", "\(error)", advice: "mend it; the dashboard does not start with it"))
    }
    let settings = SettingsFile(environment: environment)
    checks += (settings?.read().warnings ?? []).map {
      warning("files", "settings", $0, advice: "it is passed over; set it anew with o in the dashboard")
    }
    return checks + [directory("settings", .configuration, "", environment)]
  }

  /// A directory below one of those of the XDG base directories, which is made when something is written there.
  private static func directory(
    _ name: String, _ base: BaseDirectory, _ own: String, _ environment: [String: String]
  ) -> Check {
    let variable = base.variable
    guard let path = base.url(own, in: environment)?.path else {
      return warning(
        "files", name, "neither \(variable) nor HOME names a directory", advice: "nothing is remembered; set HOME")
    }
    guard isWritable(path) else {
      return warning("files", name, "\(path) cannot be written", advice: "nothing is remembered; set \(variable)")
    }
    return ok("files", name, path)
  }

  /// Whether files can be made in a directory, or it itself can.
  private static func isWritable(_ path: String) -> Bool {
    var existing = path
    while access(existing, F_OK) != 0, existing != "/" {
      existing = (existing as NSString).deletingLastPathComponent
    }
    return access(existing, W_OK | X_OK) == 0
  }
}
