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

  /// Whether to read what lies between two runs rather than to skip it: in the time of a system call, some 16 KiB are
  /// copied from the page cache.
  func bridgesGaps(elementByteCount: Int) -> Bool { (step - length) * elementByteCount <= 16 << 10 }
}

extension ArrayHeader {
  /// Where the elements of some rows of some columns are: runs of rows (C) or of columns (Fortran), in this order.
  func runs(rows: Range<Int>, columns: Range<Int>) -> [ElementRuns] {
    isFortranOrder ? columnRuns(rows: rows, columns: columns) : [rowRuns(rows: rows, columns: columns)]
  }

  private func rowRuns(rows: Range<Int>, columns: Range<Int>) -> ElementRuns {
    let first = rows.lowerBound * columnCount + columns.lowerBound
    guard columns.count < columnCount else {
      let length = rows.count * columnCount
      return ElementRuns(first: first, length: length, step: length, count: 1)
    }
    return ElementRuns(first: first, length: columns.count, step: columnCount, count: rows.count)
  }

  /// Columns are equally far apart as long as only the last of their axes counts on.
  private func columnRuns(rows: Range<Int>, columns: Range<Int>) -> [ElementRuns] {
    let lastLength = shape.last ?? 1
    var runs: [ElementRuns] = []
    var column = columns.lowerBound
    while column < columns.upperBound {
      let end = min(columns.upperBound, (column / lastLength + 1) * lastLength)
      runs.append(
        ElementRuns(
          first: elementIndex(row: rows.lowerBound, column: column), length: rows.count,
          step: rowCount * columnCount / lastLength, count: end - column))
      column = end
    }
    return runs
  }
}
