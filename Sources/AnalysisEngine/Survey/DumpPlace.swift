import Analysis
import Naming
import RunCatalog
import SystemPackage

/// Which dump a file belongs to, and where in it: most files are a dump of their own.
struct DumpPlace {
  /// The file's path, or that of its shards with an asterisk for their numbers.
  let dump: Dump.ID
  let number: Int

  /// - Parameter root: what was opened; a file that was named is a dump of its own, whatever its name.
  init(_ file: FilePath, root: FilePath?) {
    guard file != root, let name = file.lastComponent?.string, let shard = ShardName(name) else {
      (dump, number) = (Dump.ID(file), 0)
      return
    }
    (dump, number) = (Dump.ID(file.removingLastComponent().appending(shard.pattern)), shard.index)
  }
}
