import LinearAlgebra
import NumericalTesting

extension RowBlock {
  /// Full of seeded numbers about 100.
  static func random(rows: Int, columns: Int) -> RowBlock {
    var generator = SeededGenerator(seed: UInt64(columns))
    var block = RowBlock(capacity: rows, columnCount: columns)
    for k in block.values.indices { block.values[k] = .random(in: 99...101, using: &generator) }
    block.setRowCount(rows)
    return block
  }
}
