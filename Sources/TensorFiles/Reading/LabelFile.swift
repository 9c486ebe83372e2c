public import SystemPackage

/// Reads class labels: a file of one axis of integers, of booleans, or of floating-point numbers that are integers; the same as
/// a single column (N × 1); or one-hot rows (N × C, one 1 among zeros in each), whose label is the column of the 1.
///
/// Takes at most sixteen times the memory that a file of single labels has bytes, and never more than 1 GiB.
/// - Parameter acceptsOneHot: false where a matrix can only be a mistake, as for ids.
/// - Throws: `notALabel` for NaN, fractions, and integers beyond ±2⁵³, which the number that they are read as cannot
///   tell from their neighbours, and for rows that are not one-hot; and what `readVector` throws.
public func readLabels(
  opening path: FilePath, acceptsOneHot: Bool = true
) throws(TensorFileError) -> [Int] {
  let array = try ArrayFile(opening: path)
  if acceptsOneHot, array.stored.shape.count == 2, array.stored.columnCount > 1 { return try oneHotLabels(array) }
  let values = try vector(array, acceptsColumn: true)
  var labels: [Int] = []
  labels.reserveCapacity(values.count)
  for (row, value) in values.enumerated() {
    guard abs(value) < 0x1p53, let label = Int(exactly: value) else {
      throw TensorFileError(.notALabel, in: path, "label \(row) is \(value); integers within ±2⁵³ expected")
    }
    labels.append(label)
  }
  return labels
}

/// The column of the 1 in every row, read some rows at a time.
private func oneHotLabels(_ array: borrowing ArrayFile) throws(TensorFileError) -> [Int] {
  let (rowCount, columnCount) = (try array.availableRowCount(), array.stored.columnCount)
  guard rowCount > 0 else { throw TensorFileError(.empty, in: array.path, "no elements") }
  guard columnCount <= 1 << 20, rowCount <= greatestVectorCount else {
    throw TensorFileError(
      .tooLarge, in: array.path, "\(rowCount) × \(columnCount) values; one-hot labels of 2²⁶ × 2²⁰ at most are read")
  }
  let capacity = max(1, (1 << 20) / columnCount)
  var values = [Double](repeating: 0, count: capacity * columnCount)
  var labels: [Int] = []
  for first in stride(from: 0, to: rowCount, by: capacity) {
    let rows = first..<min(first + capacity, rowCount)
    try values.withUnsafeMutableBufferPointer { (values) throws(TensorFileError) in
      guard let target = values.baseAddress else { return }
      try array.read(rows: rows, columns: 0..<columnCount, to: target)
    }
    for row in rows {
      let start = (row - first) * columnCount
      let places = (start..<start + columnCount).filter { values[$0] != 0 }
      guard places.count == 1, let place = places.first, values[place] == 1 else {
        throw TensorFileError(
          .notALabel, in: array.path,
          "\(rowCount) × \(columnCount) values, and row \(row) is not one-hot (one 1 among zeros); labels or one-hot rows expected"
        )
      }
      labels.append(place - start)
    }
  }
  try array.requireUnchanged()
  return labels
}
