import LinearAlgebra
import Spectra
import TensorFiles

/// The rows of a dump, read from its files every time they are gone through: one block is held.
final class DumpRows: FeatureRows {
  private var reader: DumpReader
  let rowCount: Int
  let featureCount: Int

  /// Throws like ``Features/open()``.
  init(_ features: Features) throws {
    let reader = try features.open()
    rowCount = reader.rowCount
    featureCount = reader.columnCount
    self.reader = reader
  }

  func forEachBlock(_ body: (borrowing RowBlock) throws -> Void) throws {
    let capacity = min(rowCount, RowBlock.recommendedRowCount(columnCount: featureCount))
    var block = RowBlock(capacity: capacity, columnCount: featureCount)
    reader.skip(toRow: 0)
    while try reader.read(into: &block) { try body(block) }
  }
}
