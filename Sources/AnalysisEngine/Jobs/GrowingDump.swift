import Analysis
import AnalysisStore
import LinearAlgebra
import Synchronization
import TensorFiles

/// What is kept of a dump that grows, so that rows which are added to it cost only themselves: the moments of the rows so far,
/// and what these rows hash to, by which a file that has been written anew is recognised.
///
/// Before every addition a few rows at both ends of those that are kept are compared with the file. A writer that goes
/// through the file from its beginning to its end is seen there as soon as it has come to where rows are added, so that old
/// and new rows are never added up. One that spares both ends is seen once the file has settled, when all rows are compared.
struct GrowingDump: ~Copyable, Sendable {
  private(set) var moments: GrowingMoments
  private var hash: ContentHash
  /// Of the first rows and of the last ones.
  private var ends: [ContentFingerprint?] = []
  /// Whether all its rows were read, or compared, in one state of the files: not if it was kept in between.
  private(set) var isOfOneState = true

  /// Rows at either end that are compared before every addition.
  private static let comparedRowCount = 16

  /// What was stored of a dump, if its rows are still those; nil otherwise.
  init?(_ stored: PartialMoments?, of reader: inout DumpReader) throws(TensorFileError) {
    guard let stored, stored.rowCount <= reader.rowCount,
      let moments = try? GrowingMoments(decoding: stored.bytes), moments.rowCount == stored.rowCount,
      moments.featureCount == reader.columnCount
    else { return nil }
    var hash = ContentHash()
    guard try reader.extend(&hash, toRow: stored.rowCount), hash.fingerprint == stored.fingerprint else { return nil }
    self.moments = moments
    self.hash = hash
  }

  /// Nothing yet of a dump. Nil where its rows cannot be told from others, as in Fortran order.
  init?(
    _ reader: inout DumpReader, memoryLimit: Int, precision: AccumulationPrecision
  ) throws {
    guard try Self.ends(of: reader.rowCount, in: &reader).allSatisfy({ $0 != nil }) else { return nil }
    moments = try GrowingMoments(
      rowCount: reader.rowCount, featureCount: reader.columnCount, memoryLimit: memoryLimit, precision: precision)
    hash = ContentHash()
  }

  /// Of all rows so far.
  var fingerprint: ContentFingerprint { hash.fingerprint }

  /// Bytes of what is kept.
  var byteCount: Int {
    let order = min(moments.rowCount, moments.featureCount)
    return MemoryLayout<Double>.size * order * order
  }

  /// Whether a dump of which this was kept still begins with the same rows, as far as that is seen at a glance.
  mutating func isStillBeginning(of reader: inout DumpReader) throws(TensorFileError) -> Bool {
    isOfOneState = false
    guard reader.rowCount >= moments.rowCount, reader.columnCount == moments.featureCount else { return false }
    return try Self.ends(of: moments.rowCount, in: &reader) == ends
  }

  /// Adds the rows that a dump has more now. Says whether it could; not where all have to be read anew.
  mutating func extend(
    from reader: inout DumpReader, memoryLimit: Int, progress: (_ done: Int, _ first: Int) -> Void
  ) throws -> Bool {
    guard try moments.grow(toRowCount: reader.rowCount, memoryLimit: memoryLimit) == .appends else { return false }
    try complete(from: &reader, progress: progress)
    return true
  }

  /// Adds what is missing.
  mutating func complete(
    from reader: inout DumpReader, progress: (_ done: Int, _ first: Int) -> Void
  ) throws {
    try FeaturePass.complete(&moments, from: &reader, progress: progress)
    guard try reader.extend(&hash, toRow: moments.rowCount) else {
      throw AnalysisFailure(code: .changed, message: "was written anew while it was read")
    }
    ends = try Self.ends(of: moments.rowCount, in: &reader)
  }

  private static func ends(
    of rowCount: Int, in reader: inout DumpReader
  ) throws(TensorFileError) -> [ContentFingerprint?] {
    [
      try reader.fingerprint(of: 0..<min(rowCount, comparedRowCount)),
      try reader.fingerprint(of: max(0, rowCount - comparedRowCount)..<rowCount),
    ]
  }
}

/// Keeps a growing dump between analyses. One at a time takes it out, and puts it back changed; what is not put back, because
/// something came in between, is lost, and begins anew.
final class GrowingDumpBox: Sendable {
  let byteCount: Int
  let isOfOneState: Bool
  private let content: Mutex<GrowingDump?>

  init(_ dump: consuming GrowingDump) {
    byteCount = dump.byteCount
    isOfOneState = dump.isOfOneState
    content = Mutex(dump)
  }

  func take() -> GrowingDump? { content.withLock { $0.take() } }
}
