import Analysis
import RunCatalog
import SystemPackage
import TensorFiles

/// The files that a dump consists of, as they were last seen: mostly one, or several shards in the order of their numbers.
struct DumpSource {
  /// What the user opened, above the files or one of them.
  let root: FilePath
  /// By the number in their names; a single file is number 0.
  private(set) var files: [Int: FileState] = [:]

  init(root: FilePath) { self.root = root }

  mutating func put(_ file: FileState, number: Int) { files[number] = file }
  mutating func remove(number: Int) { files[number] = nil }

  var isEmpty: Bool { files.isEmpty }

  /// In the order of their rows, as far as no number is left out: rows behind a gap would move when it is filled.
  var states: [FileState] {
    let first = files.keys.min() ?? 0
    return (first..<first + files.count).prefix { files[$0] != nil }.compactMap { files[$0] }
  }

  /// What keeps the files from being one dump: numbers begin with 0 or 1.
  var missingNumber: Int? { files.keys.min().flatMap { $0 > 1 ? $0 - 1 : nil } }
  var paths: [FilePath] { states.map(\.path) }
  var identity: SourceIdentity { SourceIdentity(files: states.map(\.identity)) }

  /// When any of the files was last written to, in seconds since 1970.
  var modified: Double { states.map(\.identity.modificationTime).max() ?? 0 }
}

extension FileIdentity {
  /// When it was last written to, in seconds since 1970.
  var modificationTime: Double { Double(modificationSeconds) + Double(modificationNanoseconds) / 1e9 }
}
