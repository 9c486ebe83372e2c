import Analysis
import Spectra

/// The few dumps whose full spectra screens have asked for, the least recently used given up first.
struct SpectrumCache: Sendable, Equatable {
  /// Enough for comparing many, and walking back and forth without asking again.
  static let capacity = 72

  private var spectra: [Dump.ID: DumpSpectra] = [:]
  /// From the least to the most recently used.
  private var recency: [Dump.ID] = []

  /// A spectrum that was asked for and has not come yet.
  private(set) var requested: Dump.ID?

  /// The dumps whose spectra are here.
  var ids: [Dump.ID] { recency }

  subscript(id: Dump.ID) -> DumpSpectra? { spectra[id] }

  mutating func insert(_ spectra: DumpSpectra, for id: Dump.ID) {
    self.spectra[id] = spectra
    touch(id)
    if recency.count > Self.capacity { self.spectra[recency.removeFirst()] = nil }
  }

  /// Notes that a spectrum is being looked at.
  mutating func touch(_ id: Dump.ID) {
    guard spectra[id] != nil else { return }
    recency.removeAll { $0 == id }
    recency.append(id)
  }

  /// - Returns: whether it is not on its way already.
  mutating func request(_ id: Dump.ID) -> Bool {
    defer { requested = id }
    return requested != id
  }

  /// It has come, or never will.
  mutating func endRequest(of id: Dump.ID) { if requested == id { requested = nil } }

  /// Forgets what is no longer true.
  mutating func remove(_ id: Dump.ID) {
    spectra[id] = nil
    recency.removeAll { $0 == id }
  }
}
