import Analysis
import AnalysisStore
import LinearAlgebra
import Synchronization
import TensorFiles

/// What is kept of a dump that grows, so that rows which are added to it cost only themselves: the moments of the rows so far,
/// and what these rows hash to, by which a file that has been written anew is recognised.
struct GrowingDump: ~Copyable, Sendable {
  var moments: GrowingMoments
  var hash: ContentHash
  /// Of the first rows, which are looked at before every addition: a file that was written anew begins otherwise. All rows are
  /// looked at once it has settled.
  private let beginning: ContentFingerprint
  private let beginningRowCount: Int

  /// Rows that are looked at before every addition.
  private static let greatestBeginning = 16

  /// What was stored of a dump, if its rows are still those; nil otherwise.
  init?(_ stored: PartialMoments?, of reader: inout DumpReader) throws(TensorFileError) {
    guard let stored, stored.rowCount <= reader.rowCount,
      let moments = try? GrowingMoments(decoding: stored.bytes), moments.rowCount == stored.rowCount,
      moments.featureCount == reader.columnCount,
      let beginning = try reader.fingerprint(ofFirst: min(stored.rowCount, Self.greatestBeginning))
    else { return nil }
    var hash = ContentHash()
    guard try reader.extend(&hash, toRow: stored.rowCount), hash.fingerprint == stored.fingerprint else { return nil }
    self.moments = moments
    self.hash = hash
    self.beginning = beginning
    beginningRowCount = min(stored.rowCount, Self.greatestBeginning)
  }

  /// Nothing yet of a dump. Nil where its rows cannot be told from others, as in Fortran order.
  init?(
    _ reader: inout DumpReader, memoryLimit: Int, precision: AccumulationPrecision
  ) throws {
    guard let beginning = try reader.fingerprint(ofFirst: min(reader.rowCount, Self.greatestBeginning)) else {
      return nil
    }
    moments = try GrowingMoments(
      rowCount: reader.rowCount, featureCount: reader.columnCount, memoryLimit: memoryLimit, precision: precision)
    hash = ContentHash()
    self.beginning = beginning
    beginningRowCount = min(reader.rowCount, Self.greatestBeginning)
  }

  /// Whether a dump still begins with the same rows, as far as that is seen at a glance.
  func isBeginning(of reader: inout DumpReader) throws(TensorFileError) -> Bool {
    guard reader.rowCount >= moments.rowCount, reader.columnCount == moments.featureCount else { return false }
    return try reader.fingerprint(ofFirst: beginningRowCount) == beginning
  }
}

/// Keeps a growing dump between analyses. One at a time takes it out, and puts it back changed; what is not put back, because
/// something came in between, is lost, and begins anew.
final class GrowingDumpBox: Sendable {
  private let content: Mutex<GrowingDump?>

  init(_ dump: consuming GrowingDump) { content = Mutex(dump) }

  func take() -> GrowingDump? { content.withLock { $0.take() } }
}
