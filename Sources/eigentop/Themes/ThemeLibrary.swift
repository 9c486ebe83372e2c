import Charts
import Foundation

/// The themes there are: files whose names end in `.toml`, in directories of which earlier ones win.
struct ThemeLibrary {
  let directories: [URL]

  /// The names of all themes, in alphabetical order.
  var names: [String] {
    let files = directories.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0.path)) ?? [] }
    return Set(files.filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }).sorted()
  }

  /// Reads a theme and all that it inherits from.
  /// - Returns: the theme, and what its files say in vain.
  func load(_ name: String) throws(TOMLFile.Failure) -> (theme: Theme, warnings: [String]) {
    guard let first = file(named: name) else { throw TOMLFile.Failure(description: unknown(name)) }
    var files = [try TOMLFile(first)]
    var chain = [name]
    while let file = files.last, let parent = try file.parent {
      let place = TOMLFile.Place(section: "meta", key: "inherits")
      if chain.contains(parent) {
        throw file.failure("it inherits from itself: \((chain + [parent]).joined(separator: " → "))", at: place)
      }
      guard let next = self.file(named: parent) else { throw file.failure(unknown(parent), at: place) }
      files.append(try TOMLFile(next))
      chain.append(parent)
    }
    return (try Theme(files, name: name), files.flatMap(\.warnings))
  }

  /// Why there is no such theme: `there is no theme nord; there are dark, light, mono`.
  func unknown(_ name: String) -> String {
    let known = names.isEmpty ? "there are none" : "there are \(names.joined(separator: ", "))"
    return "there is no theme \(name); \(known)"
  }

  /// Where a theme is.
  func file(named name: String) -> URL? {
    // A name, not a way out of the directories.
    guard !name.isEmpty, !name.contains("/") else { return nil }
    return directories.map { $0.appending(path: "\(name).toml") }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }
}
