import Analysis
import AnalysisStore
import LinearAlgebra
import Spectra
import SystemPackage
import TensorFiles

/// Compares what was computed from a dump while it grew with what is in its files now, all of it, and lets the store have it.
struct DumpVerification {
  enum Outcome {
    /// The same rows. What is kept of them is with the store, and the spectra are, too, if `isStored`.
    case same(isStored: Bool)
    /// Other rows: the numbers are wrong.
    case other
    /// The files have changed again, or cannot be read.
    case unknown
  }

  let files: [FilePath]
  let mode: ReadingMode
  let identity: SourceIdentity
  let record: AnalysisRecord
  let spectra: DumpSpectra?
  let parameters: AnalysisParameters
  /// Whether the identity stands for these bytes from now on.
  let isDated: Bool
  let store: AnalysisStore

  func run(_ box: GrowingDumpBox) -> Outcome {
    do {
      var reader = try Features(files, mode: mode, seenAs: identity).open()
      guard let growing = box.take() else { return .unknown }
      let rowCount = growing.moments.rowCount
      guard let now = try reader.fingerprint(ofFirst: rowCount), reader.rowCount == rowCount else { return .unknown }
      guard now == growing.fingerprint else { return .other }
      if let bytes = growing.moments.encoded() {
        store.save(
          PartialMoments(rowCount: rowCount, fingerprint: now, bytes: bytes), of: identity, parameters.precision)
      }
      guard let spectra else { return .same(isStored: true) }
      store.save(record, spectra, of: isDated ? identity : nil, now, parameters)
      return .same(isStored: isDated && store.spectra(of: now, parameters.precision) != nil)
    } catch {
      return .unknown
    }
  }
}
