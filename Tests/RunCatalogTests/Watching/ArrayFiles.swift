import Foundation
import SystemPackage
import TensorFiles

/// The array files below a directory, by a recursion that keeps nothing: what a survey has to agree with.
///
/// A directory counts once, by its own name if it has one; what only links lead to comes after all that has.
func arrayFiles(below root: FilePath) -> [FilePath: FileIdentity] {
  var files: [FilePath: FileIdentity] = [:]
  var visited: Set<[UInt64]> = []
  var links = [root]

  func visit(_ directory: FilePath) {
    guard let identity = try? FileIdentity(path: directory), visited.insert([identity.device, identity.inode]).inserted
    else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.string)) ?? []
    let paths = names.filter { !$0.hasPrefix(".") }.sorted().map { directory.appending($0) }
    for path in paths where path.extension == "npy" { files[path] = try? FileIdentity(path: path) }
    let directories = paths.filter { (try? $0.stat())?.type == .directory }
    let isLink = { (path: FilePath) in (try? path.stat(followTargetSymlink: false))?.type == .symbolicLink }
    links += directories.filter(isLink)
    for path in directories where !isLink(path) { visit(path) }
  }

  while !links.isEmpty {
    let round = links
    links = []
    round.forEach(visit)
  }
  return files
}
