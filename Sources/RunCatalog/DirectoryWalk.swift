public import SystemPackage

/// The array files below a directory, found one directory at a time.
///
/// Elements come as they are found, in natural order (`epoch_2` before `epoch_10`) and depth first, so a caller can
/// show them, or stop asking, at any moment. Files are the regular files named `*.npy` (as written) and links to such;
/// hidden directories are skipped. Every directory is listed once: what only symbolic links lead to comes last, and a
/// link back to a directory already listed, a loop among them, adds nothing. Nothing is written.
///
/// The walk keeps its own stack and opens one directory at a time, so depth costs neither call stack nor descriptors; a
/// path too long for the system is a problem like an unreadable directory.
public struct DirectoryWalk: Sequence, IteratorProtocol, Sendable {
  /// What the walk came upon.
  public enum Element: Sendable, Hashable {
    /// An array file: the root as given, followed by what lies below it.
    case file(FilePath)
    /// A directory or link that could not be read. The walk goes on.
    case problem(CatalogProblem)
  }

  private let root: FilePath
  /// What is still to be visited, the next last.
  private var pending: [Step]
  /// Links to directories, in the order they were met.
  private var links: [FilePath] = []
  private var visited: Set<DirectoryListing.Identity> = []

  private enum Step {
    case element(Element)
    case directory(FilePath)
  }

  /// - Parameter root: a directory, or a link to one; anything else is a problem and the only element.
  public init(root: FilePath) {
    self.root = root
    pending = [.directory(root)]
  }

  public mutating func next() -> Element? {
    while true {
      switch pending.popLast() {
      case .element(let element):
        return element
      case .directory(let path):
        list(path)
      case nil:
        guard !links.isEmpty else { return nil }
        pending = links.reversed().map(Step.directory)
        links = []
      }
    }
  }

  private mutating func list(_ directory: FilePath) {
    let listing: DirectoryListing
    do {
      listing = try DirectoryListing(path: directory)
    } catch {
      // A directory may vanish between being named and being opened; only the root has to be there.
      guard directory == root || error as? Errno != .noSuchFileOrDirectory else { return }
      pending.append(.element(.problem(CatalogProblem(path: directory, reason: "\(error)"))))
      return
    }
    guard visited.insert(listing.identity).inserted else { return }
    for entry in listing.entries.reversed() {
      switch entry.kind {
      case .file where entry.name.ends(with: ".npy".utf8), .linkedFile where entry.name.ends(with: ".npy".utf8):
        pending.append(.element(.file(entry.path)))
      case .directory where !entry.isHidden:
        pending.append(.directory(entry.path))
      case .file, .linkedFile, .directory, .linkedDirectory:
        break
      }
    }
    links += listing.entries.filter { $0.kind == .linkedDirectory && !$0.isHidden }.map(\.path)
    pending += listing.problems.map { .element(.problem($0)) }
  }
}

extension DirectoryListing.Entry {
  fileprivate var isHidden: Bool { name.first == UInt8(ascii: ".") }
}

extension [UInt8] {
  fileprivate func ends(with suffix: String.UTF8View) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
