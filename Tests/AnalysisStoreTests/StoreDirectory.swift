import AnalysisStore
import FileFixtures
import StoreExamples
import SystemPackage

/// A directory of a test's own, and the store in it.
struct StoreDirectory {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  var path: FilePath { directory.path }
  /// Where the store is, in a directory that does not exist at first.
  var location: StoreLocation { .directory(path.appending("cache/eigentop")) }
  var file: FilePath { path.appending("cache/eigentop/results.sqlite") }

  func read() throws -> [UInt8] { try directory.read("cache/eigentop/results.sqlite") }

  func write(_ bytes: [UInt8], to name: String = "results.sqlite") throws {
    try directory.write(bytes, to: FilePath("cache/eigentop").appending(name))
  }

  /// A closed store with the examples of these seeds.
  func fill(_ seeds: Range<UInt64>, hasParts: Bool = false) {
    let session = StoreSession(location)
    for seed in seeds { StoreExample(seed: seed, hasParts: hasParts).save(in: session.store) }
    session.store.close()
  }
}
