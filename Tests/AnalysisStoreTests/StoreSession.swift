import AnalysisStore
import StoreExamples
import Synchronization

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
