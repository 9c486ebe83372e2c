import AnalysisStore
import Foundation
import StoreExamples
import Synchronization
import SystemPackage

/// A directory of a test's own, removed with everything in it at the end, and the stores in it.
final class ScratchDirectory {
  let path: FilePath

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "analysis-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = FilePath(url.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.string) }

  /// Where the store is, in a directory that does not exist at first.
  var location: StoreLocation { .directory(path.appending("cache/eigentop")) }
  var file: FilePath { path.appending("cache/eigentop/results.sqlite") }

  func read() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.string))) }

  func write(_ bytes: [UInt8], to name: String = "results.sqlite") throws {
    let file = file.removingLastComponent().appending(name)
    try FileManager.default.createDirectory(
      atPath: file.removingLastComponent().string, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file.string))
  }

  /// A closed store with the examples of these seeds.
  func fill(_ seeds: Range<UInt64>, hasParts: Bool = false) {
    let session = StoreSession(location)
    for seed in seeds { StoreExample(seed: seed, hasParts: hasParts).save(in: session.store) }
    session.store.close()
  }
}

/// An open store, and what it complains about.
final class StoreSession: Sendable {
  let store: AnalysisStore
  private let lines: Lines

  private final class Lines: Sendable {
    let all = Mutex<[String]>([])
  }

  var problems: [String] { lines.all.withLock { $0 } }

  /// - Parameter clock: seconds since 1970.
  init(
    _ location: StoreLocation, sizeLimit: Int = 1 << 30, patience: Double = 10,
    clock: @escaping @Sendable () -> Int = { 1_800_000_000 }
  ) {
    let lines = Lines()
    self.lines = lines
    store = AnalysisStore(location, sizeLimit: sizeLimit, patience: patience, clock: clock) { problem in
      lines.all.withLock { $0.append(problem) }
    }
  }

  /// Whether the store knows an example; nil where it knows another in its place.
  func knows(_ example: StoreExample) -> Bool? {
    let record = store.record(of: example.source, StoreExample.parameters, withIntervals: true)
    let spectra = store.spectra(of: example.source, .float64, partsOf: .items)
    let known = StoredRecord(example.record)
    guard record == nil || record == known, spectra == nil || spectra == example.spectra else { return nil }
    return record != nil && spectra != nil
  }

  /// Whether the store knows an example.
  /// - Throws: `WrongResult` where it knows another in its place.
  func checks(_ example: StoreExample) throws -> Bool {
    guard let known = knows(example) else { throw WrongResult() }
    return known
  }

  struct WrongResult: Error {}
}
