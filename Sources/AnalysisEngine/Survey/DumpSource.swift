import Analysis
import LinearAlgebra
import RunCatalog
import SystemPackage
import TensorFiles

/// The files that a dump consists of, as they were last seen: mostly one, or several shards in the order of their numbers.
struct DumpSource {
  /// What the user opened, above the files or one of them.
  let root: FilePath
  /// What becomes of further axes.
  let tokens: TokenPooling
  /// With the numbers in their names; a single file is number 0.
  private var files: [FilePath: (state: FileState, number: Int)] = [:]

  init(root: FilePath, tokens: TokenPooling) {
    self.root = root
    self.tokens = tokens
  }

  mutating func put(_ file: FileState, number: Int) { files[file.path] = (file, number) }
  mutating func remove(_ file: FilePath) { files[file] = nil }

  var isEmpty: Bool { files.isEmpty }

  /// In the order of their rows, as far as no number is left out: rows behind a gap would move when it is filled.
  var states: [FileState] {
    let files = files.values.sorted { $0.number < $1.number }
    return zip(files, (files.first?.number ?? 0)...).prefix { $0.number == $1 }.map(\.0.state)
  }

  /// What keeps the files from being one dump: numbers begin with 0 or 1.
  var missingNumber: Int? { files.values.map(\.number).min().flatMap { $0 > 1 ? $0 - 1 : nil } }

  /// Two files of one number (`emb_1.npy`, `emb_01.npy`), of which nobody can know which is meant.
  var repetition: [FilePath]? {
    let byNumber = Dictionary(grouping: files, by: \.value.number).filter { $0.value.count > 1 }
    return byNumber.min { $0.key < $1.key }?.value.map(\.key).sorted { $0.string < $1.string }
  }

  var paths: [FilePath] { states.map(\.path) }
  var identity: SourceIdentity { SourceIdentity(files: states.map(\.identity), tokens: tokens) }

  /// When any of the files was last written to, in seconds since 1970.
  var modified: Double { states.map(\.identity.modificationTime).max() ?? 0 }
}

extension FileIdentity {
  /// When it was last written to, in seconds since 1970.
  var modificationTime: Double { Double(modificationSeconds) + Double(modificationNanoseconds) / 1e9 }
}
