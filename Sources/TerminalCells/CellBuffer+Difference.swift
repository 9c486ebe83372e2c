/// Neighbouring cells of one row that differ from an earlier picture.
public struct CellRun: Sendable, Equatable {
  /// Column of the first cell.
  public var x: Int
  /// Row of all cells.
  public var y: Int
  /// The new cells, left to right; never empty, and never starting with the right half of a wide character.
  public var cells: ArraySlice<Cell>
}

extension CellBuffer {
  /// What has to be drawn over `earlier` to show this buffer: the runs of changed cells, top to bottom and left to
  /// right. Buffers of different sizes have nothing in common, so every row is a run then.
  public func difference(from earlier: CellBuffer) -> [CellRun] {
    let comparable = earlier.width == width && earlier.height == height
    var runs: [CellRun] = []
    for y in 0..<height {
      let row = (y * width)..<((y + 1) * width)
      guard comparable else {
        if width > 0 { runs.append(CellRun(x: 0, y: y, cells: cells[row])) }
        continue
      }
      var index = row.lowerBound
      while index < row.upperBound {
        guard cells[index] != earlier.cells[index] else {
          index += 1
          continue
        }
        // A wide character is drawn whole.
        let start = cells[index].isContinuation && index > row.lowerBound ? index - 1 : index
        while index < row.upperBound, cells[index] != earlier.cells[index] { index += 1 }
        runs.append(CellRun(x: start - row.lowerBound, y: y, cells: cells[start..<index]))
      }
    }
    return runs
  }
}
