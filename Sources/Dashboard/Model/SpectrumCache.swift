import Analysis
import Spectra

/// The few full spectra that screens have asked for, the least recently used given up first.
struct SpectrumCache: Sendable, Equatable {
  /// Enough for walking back and forth without asking again.
  static let capacity = 32

  private var spectra: [Dump.ID: Eigenspectrum] = [:]
  /// From the least to the most recently used.
  private var recency: [Dump.ID] = []

  /// The dumps whose spectra are here.
  var ids: [Dump.ID] { recency }

  subscript(id: Dump.ID) -> Eigenspectrum? { spectra[id] }

  mutating func insert(_ spectrum: Eigenspectrum, for id: Dump.ID) {
    spectra[id] = spectrum
    touch(id)
    if recency.count > Self.capacity { spectra[recency.removeFirst()] = nil }
  }

  /// Notes that a spectrum is being looked at.
  mutating func touch(_ id: Dump.ID) {
    guard spectra[id] != nil else { return }
    recency.removeAll { $0 == id }
    recency.append(id)
  }

  /// Forgets what is no longer true.
  mutating func remove(_ id: Dump.ID) {
    spectra[id] = nil
    recency.removeAll { $0 == id }
  }
}
