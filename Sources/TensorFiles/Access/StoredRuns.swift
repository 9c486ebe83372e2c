/// Runs of elements as they have been read.
struct StoredRuns {
  private let runs: ElementRuns
  /// From the first element of a run to that of the next, in `bytes`.
  private let distance: Int
  private let bytes: UnsafeRawBufferPointer
  private let stored: StoredArray

  init(_ runs: ElementRuns, distance: Int, in bytes: UnsafeRawBufferPointer, stored: StoredArray) {
    self.runs = runs
    self.distance = distance
    self.bytes = bytes
    self.stored = stored
  }

  /// Converts every run to a row: element j of run i to `target[i * rowStride + j]`.
  func convertRows(to target: UnsafeMutablePointer<Double>, rowStride: Int) {
    for run in 0..<runs.count {
      stored.convert(elements(0..<runs.length, of: run), to: target + run * rowStride)
    }
  }

  /// Converts every run to a column: element i of run j to `target[i * rowStride + j]`.
  ///
  /// By way of tiles of 16 KiB that are written row by row: eight doubles are a cache line, and lines that are touched
  /// for one double at a time are gone from the cache before the next column comes.
  func convertColumns(to target: UnsafeMutablePointer<Double>, rowStride: Int) {
    let (tileRows, tileColumns) = (256, 8)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: tileRows * tileColumns) { tile in
      guard let tile = tile.baseAddress else { return }
      for column in stride(from: 0, to: runs.count, by: tileColumns) {
        let columns = min(tileColumns, runs.count - column)
        for row in stride(from: 0, to: runs.length, by: tileRows) {
          let rows = min(tileRows, runs.length - row)
          for index in 0..<columns {
            stored.convert(elements(row..<row + rows, of: column + index), to: tile + index * tileRows)
          }
          for i in 0..<rows {
            let line = target + (row + i) * rowStride + column
            for j in 0..<columns { line[j] = tile[j &* tileRows &+ i] }
          }
        }
      }
    }
  }

  private func elements(_ range: Range<Int>, of run: Int) -> UnsafeRawBufferPointer {
    let width = stored.elementType.byteCount
    let start = (run * distance + range.lowerBound) * width
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + range.count * width])
  }
}
