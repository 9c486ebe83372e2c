package import Naming
package import SystemPackage

/// What the name of a file says it is, and by which rule.
package struct FileMeaning: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// An array, with what it holds as far as the name says.
    case array(FileRole)
    /// What a run says about itself.
    case run(RunFileFormat)
    /// None of these; nobody looks at it.
    case passedOver
  }

  package let kind: Kind
  /// For people: "`metrics.csv` is a log of metrics".
  package let rule: String

  /// Suffixes of files that hold arrays, as written.
  static let arraySuffixes = [".npy"]
  /// What stands before the suffix while somebody still writes the file under another name.
  private static let unfinished = [".tmp", ".part"]

  package init(_ path: FilePath) { self.init(name: path.name) }

  init(name: Substring) {
    if name.utf8.first == UInt8(ascii: ".") {
      self.init(.passedOver, "hidden")
    } else if let suffix = Self.arraySuffixes.first(where: { name.utf8.ends(with: $0) }) {
      let stem = name.utf8.dropLast(suffix.utf8.count)
      if Self.unfinished.contains(where: { Substring(stem).utf8.ends(with: $0) }) {
        self.init(.passedOver, "still being written, by its name")
      } else {
        let role = FileRole(name: String(name))
        self.init(.array(role), role.rule)
      }
    } else if let format = RunFileFormat.all.first(where: { $0.isNamed(by: name) }) {
      self.init(.run(format), format.rule)
    } else {
      self.init(.passedOver, "neither an array nor about a run, by its name")
    }
  }

  private init(_ kind: Kind, _ rule: String) {
    self.kind = kind
    self.rule = rule
  }

  /// Whether a file of this name holds an array.
  package static func isArray(_ name: String) -> Bool {
    if case .array = FileMeaning(name: name[...]).kind { true } else { false }
  }

  /// Whether the file is what a run says to show that it goes on.
  package var isHeartbeat: Bool {
    if case .run(let format) = kind { format.content == .heartbeat } else { false }
  }
}

extension FilePath {
  /// Whether the last component starts with a dot.
  var isHidden: Bool { name.utf8.first == UInt8(ascii: ".") }

  /// What follows the last slash. `lastComponent` takes the whole path apart for it, and every file there is is asked.
  fileprivate var name: Substring {
    let path = string
    return path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
  }
}

extension Substring.UTF8View {
  fileprivate func ends(with suffix: String) -> Bool {
    reversed().starts(with: suffix.utf8.reversed())
  }
}
