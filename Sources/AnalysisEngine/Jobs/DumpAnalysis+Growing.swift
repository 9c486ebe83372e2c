import Analysis
import LinearAlgebra
import TensorFiles

extension DumpAnalysis {
  /// What is kept of the moments of a dump, for rows that may come.
  enum Keeping {
    case nothing
    /// Nobody writes to the dump, but more may be added to it at any time.
    case inStore
    /// More rows are being written.
    case atHand
  }

  /// The moments of all rows, from those of the rows before where they are the same.
  func grown(_ reader: inout DumpReader, progress: ProgressReport) throws -> GrowingDump? {
    let limit = configuration.memoryLimit
    let tell: (Int, Int) -> Void = { progress($0, after: $1) }
    if var kept = try before(&reader), try kept.extend(from: &reader, memoryLimit: limit, progress: tell) {
      return kept
    }
    guard var new = try GrowingDump(&reader, memoryLimit: limit, precision: configuration.precision) else { return nil }
    try new.complete(from: &reader, progress: tell)
    return new
  }

  /// What is known of the rows before, where they are the same.
  private func before(_ reader: inout DumpReader) throws -> GrowingDump? {
    guard var kept = growing?.take() else {
      return try GrowingDump(store.partialMoments(of: reader.identity, configuration.precision), of: &reader)
    }
    if try kept.isStillBeginning(of: &reader) { return kept }
    return nil
  }
}
