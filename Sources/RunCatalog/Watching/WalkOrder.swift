import SystemPackage

/// In which order the directories of a tree are visited: depth first, every directory once, and what only symbolic links
/// lead to last.
struct WalkOrder {
  /// What is still to be visited, the next last.
  private var pending: [FilePath]
  /// Links to directories, in the order they were met.
  private var links: [FilePath] = []
  private var visited: Set<DirectoryListing.Identity> = []

  init(top: FilePath?) { pending = top.map { [$0] } ?? [] }

  mutating func next() -> FilePath? {
    if pending.isEmpty {
      pending = links.reversed()
      links = []
    }
    return pending.popLast()
  }

  func hasVisited(_ identity: DirectoryListing.Identity) -> Bool { visited.contains(identity) }

  /// Says what is in the directory that was visited last; false if it had been visited already, by another path.
  mutating func visit(_ directory: KnownDirectory) -> Bool {
    guard visited.insert(directory.identity).inserted else { return false }
    pending += directory.subdirectories.reversed()
    links += directory.links
    return true
  }
}
