import Analysis
import Foundation
import Naming
import RunCatalog
import SystemPackage
import TensorFiles

/// What is said about dumps around them.
extension DumpSurvey {
  mutating func describe(_ id: Dump.ID, _ source: DumpSource) -> Dump {
    var dump = catalogs[source.root]?.describe(id.file) ?? Dump(path: id.file, run: id.file.string)
    dump.files = source.paths
    if let old = dumps.updateValue(dump, forKey: id), old.runID != dump.runID { ledger.forget(old) }
    ledger.note(dump, modified: source.modified)
    var directory = id.file.removingLastComponent()
    while inhabited.insert(directory).inserted, directory.removeLastComponent() {}
    return dump
  }

  /// Reads anew what says something about the dumps in a directory and below.
  mutating func surroundingsChanged(
    of directory: FilePath, file: FilePath, _ identity: FileIdentity?
  ) -> [Finding] {
    let isHeartbeat = FileRole.isHeartbeat(file.lastComponent?.string ?? "")
    if let identity {
      ledger.note(file, modified: identity.modificationTime, heartbeat: isHeartbeat ? HeartbeatFile.read(file) : nil)
    } else {
      ledger.forget(file)
    }
    if isHeartbeat { return [] }
    // An array, because a view of the keys would make every change a copy.
    for root in Array(catalogs.keys) { catalogs[root]?.forget(directory) }
    // What a logger writes one or two directories down is about the dumps above.
    let directory = RunCatalog.owner(of: directory)
    guard inhabited.contains(directory) else { return [] }
    var described: [Finding] = []
    for id in dumps.keys.filter({ $0.file.starts(with: directory) }) {
      guard let old = dumps[id], let source = sources[id] else { continue }
      let new = describe(id, source)
      if new != old { described.append(.described(new)) }
    }
    return described
  }
}
