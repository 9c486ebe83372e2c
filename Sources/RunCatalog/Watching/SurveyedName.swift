import SystemPackage
import TensorFiles

/// What the name of a file says about whether it is surveyed.
enum SurveyedName {
  /// What a format of arrays is written to.
  case array
  /// What a description of the dumps around it is made of: ``RunFile/names``, and `*.heartbeat`.
  case context

  /// Nil for what is passed over: all other names, hidden ones, and those of arrays that are still being written under
  /// another name.
  init?(_ path: FilePath) {
    let name = path.name
    guard !name.hasPrefix(".") else { return nil }
    if ArrayFormat(name: name) != nil {
      self = .array
    } else if RunFile.names.contains(String(name)) || name.hasSuffix(".heartbeat") {
      self = .context
    } else {
      return nil
    }
  }
}

extension FilePath {
  /// Whether the last component starts with a dot.
  var isHidden: Bool { name.hasPrefix(".") }

  /// What follows the last slash. `lastComponent` takes the whole path apart for it, and every file there is is asked.
  fileprivate var name: Substring {
    let path = string
    return path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
  }
}
