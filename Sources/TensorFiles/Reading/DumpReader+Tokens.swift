import LinearAlgebra

extension DumpReader {
  /// Fills `block` with some features of some samples, made of whole rows of the array: as many as fit into 8 MiB are held beside it.
  mutating func read(
    pooledAs layout: TokenLayout, rows: Range<Int>, columns: Range<Int>, into block: inout RowBlock
  ) throws(TensorFileError) {
    block.setRowCount(0)
    let items = layout.items(of: rows)
    guard !items.isEmpty else { return }
    let width = stored.columnCount
    let capacity = min(items.count, RowBlock.recommendedRowCount(columnCount: width))
    var flat = RowBlock(capacity: capacity, columnCount: width)
    for first in stride(from: items.lowerBound, to: items.upperBound, by: capacity) {
      let part = first..<min(first + capacity, items.upperBound)
      try read(items: part, columns: 0..<width, into: &flat)
      block.values.withUnsafeMutableBufferPointer {
        layout.pool(flat, items: part, samples: rows, channels: columns, into: $0)
      }
    }
    block.setRowCount(rows.count)
  }

  /// Throws where there is no such token, or not features enough.
  static func requireTokens(
    _ layout: TokenLayout, in array: borrowing ArrayFile
  ) throws(TensorFileError) {
    if layout.pooling == .first, array.stored.shape.count > 3 {
      throw TensorFileError(
        .noFirstToken, in: array.path, "\(array.stored.shape.count) axes; of maps there is no first token")
    }
    guard layout.channelCount > 1 else {
      throw TensorFileError(.oneColumn, in: array.path, "one channel; a spectrum needs at least two")
    }
  }
}
