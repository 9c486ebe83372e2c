/// Runs of elements that are neighbours in a file, as many in every run and as far apart, counted in elements.
struct ElementRuns {
  /// Index in the file of the first run's first element.
  let first: Int
  /// Elements in a run.
  let length: Int
  /// From the first element of a run to that of the next.
  let step: Int
  /// Number of runs.
  let count: Int

  /// All of them as one run, with what lies between them.
  var joined: ElementRuns {
    let length = (count - 1) * step + self.length
    return ElementRuns(first: first, length: length, step: length, count: 1)
  }

  /// From one run to the next in memory: as in the file, or close together where it is better to skip what lies between
  /// them. In the time of a system call, some 16 KiB are copied from the page cache.
  func distanceInMemory(elementByteCount: Int) -> Int {
    (step - length) * elementByteCount <= 16 << 10 ? step : length
  }
}

extension StoredArray {
  /// Where the elements of some rows of some columns are: runs of rows (C) or of columns (Fortran), in this order.
  func runs(rows: Range<Int>, columns: Range<Int>) -> [ElementRuns] {
    isFortranOrder ? columnRuns(rows: rows, columns: columns) : [rowRuns(rows: rows, columns: columns)]
  }

  private func rowRuns(rows: Range<Int>, columns: Range<Int>) -> ElementRuns {
    let runs = ElementRuns(
      first: rows.lowerBound * columnCount + columns.lowerBound, length: columns.count, step: columnCount,
      count: rows.count)
    return columns.count < columnCount ? runs : runs.joined
  }

  /// Columns are equally far apart as long as only the last of their axes counts on.
  private func columnRuns(rows: Range<Int>, columns: Range<Int>) -> [ElementRuns] {
    let lastLength = shape.dropFirst().last ?? 1
    var runs: [ElementRuns] = []
    var column = columns.lowerBound
    while column < columns.upperBound {
      let end = min(columns.upperBound, (column / lastLength + 1) * lastLength)
      runs.append(
        ElementRuns(
          first: storedIndex(ofColumn: column) * rowCount + rows.lowerBound, length: rows.count,
          step: rowCount * columnCount / lastLength, count: end - column))
      column = end
    }
    return runs
  }

  /// How many columns are before this one in a file in Fortran order.
  private func storedIndex(ofColumn column: Int) -> Int {
    var index = 0
    var remainder = column
    var stride = columnCount
    for length in shape.dropFirst().reversed() {
      stride /= length
      index += remainder % length * stride
      remainder /= length
    }
    return index
  }
}
