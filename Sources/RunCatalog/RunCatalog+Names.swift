import Analysis
internal import Naming
package import SystemPackage

/// The names of dumps, which may say something about one another.
extension RunCatalog {
  /// Takes note of a dump, so that its name may say something about those beside it.
  package mutating func insert(_ file: FilePath) {
    let (base, way) = place(of: file)
    names[base, default: Self.tree(at: base)].insert(way)
  }

  /// Forgets a dump that is there no longer.
  package mutating func remove(_ file: FilePath) {
    let (base, way) = place(of: file)
    names[base]?.remove(way)
  }

  /// Directories in which dumps, and below, have to be described again because of other names.
  package mutating func takeChangedDirectories() -> Set<FilePath> {
    var directories: Set<FilePath> = []
    // An array, because a view of the keys would make every change a copy.
    for base in Array(names.keys) {
      for way in names[base]?.takeChanged() ?? [] { directories.insert(base.pushing(FilePath(way))) }
    }
    return directories
  }

  mutating func meaning(of file: FilePath) -> NameMeaning {
    let (base, way) = place(of: file)
    return names[base, default: Self.tree(at: base)].meaning(of: way)
  }

  private static func tree(at base: FilePath) -> NameTree {
    NameTree(root: DumpLocation(directory: base, root: base).rootName)
  }

  /// The directory below which a dump is read, and its path relative to it.
  private func place(of file: FilePath) -> (base: FilePath, way: String) {
    var below = file
    if below.removePrefix(root), !below.isEmpty { return (root, below.string) }
    return (file.removingLastComponent(), file.lastComponent?.string ?? "")
  }
}

extension ModelName {
  /// - Parameter root: name of the root, which stands for names that say nothing.
  init(_ meaning: NameMeaning, root: String) {
    let directory = meaning.directories.joined(separator: "/")
    self.init(
      directory: directory.isEmpty ? root : directory, variant: meaning.variant, path: meaning.path,
      family: meaning.family, noise: meaning.noise, root: root)
  }
}

extension Checkpoint {
  init(_ moment: Moment) {
    self.init(epoch: moment.epoch, step: moment.step, moment: moment.isNumbered ? nil : moment.name)
  }
}

extension DataSplit {
  init(_ split: Split) {
    self =
      switch split {
      case .train: .train
      case .validation: .validation
      case .test: .test
      case .ood: .shifted
      }
  }
}

extension HyperparameterValue {
  init(_ value: NameValue) {
    switch value {
    case .number(let number): self = .number(number)
    case .flag(let flag): self = .flag(flag)
    case .text(let text): self = .text(text)
    }
  }
}
