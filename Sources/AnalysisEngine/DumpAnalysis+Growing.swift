import Analysis
import LinearAlgebra
import TensorFiles

extension DumpAnalysis {
  /// The moments of all rows, from those of the rows before where they are the same.
  func grown(_ reader: inout DumpReader, progress: (Int) -> Void) throws -> GrowingDump? {
    let precision = configuration.precision
    var before = growing?.take()
    if let kept = before.take() {
      if try kept.isBeginning(of: &reader) { before = consume kept }
    } else {
      before = try GrowingDump(store.partialMoments(of: reader.identity, precision), of: &reader)
    }
    if var kept = before.take() {
      if try kept.moments.grow(toRowCount: reader.rowCount, memoryLimit: configuration.memoryLimit) == .appends {
        try complete(&kept, &reader, progress: progress)
        return kept
      }
    }
    guard
      var new = try GrowingDump(&reader, memoryLimit: configuration.memoryLimit, precision: precision)
    else { return nil }
    try complete(&new, &reader, progress: progress)
    return new
  }

  private func complete(
    _ dump: inout GrowingDump, _ reader: inout DumpReader, progress: (Int) -> Void
  ) throws {
    try FeaturePass.complete(&dump.moments, from: &reader, progress: progress)
    guard try reader.extend(&dump.hash, toRow: dump.moments.rowCount) else {
      throw AnalysisFailure(code: "changed", message: "was written anew while it was read")
    }
  }
}
