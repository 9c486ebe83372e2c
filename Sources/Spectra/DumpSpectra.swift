/// The spectra of parts of a dump's rows, each part within the next, for α against N.
public struct NestedSpectra: Sendable, Equatable {
  /// Rows that entered, ascending.
  public let sampleCounts: [Int]
  /// In the same order.
  public let spectra: [Eigenspectrum]

  /// As many spectra as counts.
  public init(sampleCounts: [Int], spectra: [Eigenspectrum]) {
    self.sampleCounts = sampleCounts
    self.spectra = spectra
  }
}

/// Everything that was computed from the features of one dump, and from which its record is read off.
public struct DumpSpectra: Sendable, Equatable {
  /// That of all rows.
  public var spectrum: Eigenspectrum
  /// Nil where no uncertainty was asked for, or it has not been computed yet.
  public var replicates: ReplicateSpectra?
  /// Those of fewer rows, likewise.
  public var nested: NestedSpectra?

  /// The spectrum, and what there is beside it.
  public init(_ spectrum: Eigenspectrum, replicates: ReplicateSpectra? = nil, nested: NestedSpectra? = nil) {
    self.spectrum = spectrum
    self.replicates = replicates
    self.nested = nested
  }
}
