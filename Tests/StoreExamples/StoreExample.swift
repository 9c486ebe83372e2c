public import Analysis
public import AnalysisStore
import Glibc
public import LinearAlgebra
public import NumericalTesting
public import Spectra
import SystemPackage
public import TensorFiles

/// An analysis made up from a seed: the file, what it holds and what came of it. Equal seeds give equal examples, in
/// every process.
public struct StoreExample: Sendable {
  public let source: SourceIdentity
  public let fingerprint: ContentFingerprint
  public let record: AnalysisRecord
  public let spectra: DumpSpectra
  public let moments: PartialMoments

  public static let parameters = AnalysisParameters(fit: FitSettings(), precision: .float64)

  /// - Parameters:
  ///   - dimension: D.
  ///   - hasParts: with replicates and nested spectra.
  public init(seed: UInt64, dimension: Int = 60, hasParts: Bool = false) {
    var generator = SeededGenerator(seed: seed)
    source = SourceIdentity(Self.file(&generator))
    fingerprint = ContentFingerprint(high: generator.next(), low: generator.next(), byteCount: 8 * dimension * 500)
    let parts = (0..<(hasParts ? 4 : 0)).map { _ in Self.spectrum(dimension, &generator) }
    spectra = DumpSpectra(
      Self.spectrum(dimension, &generator),
      replicates: hasParts
        ? ReplicateSpectra(method: .groupedJackknife, objects: .init(.rows, count: 400), spectra: parts) : nil,
      nested: hasParts ? NestedSpectra(sampleCounts: [100, 200], spectra: Array(parts.prefix(2))) : nil)
    record = AnalysisRecord(
      dump: Dump(path: FilePath("run/epoch_\(seed).npy"), run: "run"),
      shape: FeatureShape(sampleCount: 500, featureCount: dimension, dataType: "float32"), spectra: spectra,
      settings: Self.parameters.fit, nonFiniteRows: Int.random(in: 0..<3, using: &generator))
    let byteCount = 100 * Int.random(in: 1...40, using: &generator)
    let bytes = (0..<byteCount).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    moments = PartialMoments(rowCount: Int(seed) + 2, fingerprint: fingerprint, bytes: bytes)
  }

  /// Stores all of it.
  public func save(in store: AnalysisStore) {
    store.save(record, spectra, of: source, fingerprint, Self.parameters)
  }

  public static func file(_ generator: inout SeededGenerator) -> FileIdentity {
    FileIdentity(
      device: generator.next(), inode: generator.next(), byteCount: Int.random(in: 0..<1 << 40, using: &generator),
      modificationSeconds: Int.random(in: 0..<2_000_000_000, using: &generator),
      modificationNanoseconds: Int.random(in: 0..<1_000_000_000, using: &generator),
      changeSeconds: Int.random(in: 0..<2_000_000_000, using: &generator),
      changeNanoseconds: Int.random(in: 0..<1_000_000_000, using: &generator))
  }

  /// A noisy power law.
  private static func spectrum(_ dimension: Int, _ generator: inout SeededGenerator) -> Eigenspectrum {
    let values = (1...dimension).map { pow(Double($0), -1.1) * exp(0.1 * generator.normal()) }.sorted(by: >)
    return spectrum(values)
  }

  /// A spectrum of features with these eigenvalues, all resolved.
  public static func spectrum(_ eigenvalues: [Double], precision: AccumulationPrecision = .float64) -> Eigenspectrum {
    // Nil only where more ranks are resolved than there are.
    Eigenspectrum(
      storedEigenvalues: eigenvalues, exponent: 0, noiseFloor: 1e-14, resolvableRank: eigenvalues.count, rankMe: 12.5,
      precision: precision, scaledTotalVariance: eigenvalues.reduce(0, +)) ?? Eigenspectrum(given: eigenvalues)
  }
}
