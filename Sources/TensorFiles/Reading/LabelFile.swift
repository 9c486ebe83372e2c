public import SystemPackage

/// Reads class labels: a `.npy` file of one axis of integers, of booleans, or of floating-point numbers that are
/// integers.
///
/// Takes at most sixteen times the memory that the file has bytes, and never more than 1 GiB.
/// - Throws: `notALabel` for NaN, fractions, and integers beyond ±2⁵³, which the number that they are read as cannot
///   tell from their neighbours; and what `readVector` throws.
public func readLabels(opening path: FilePath) throws(TensorFileError) -> [Int] {
  let values = try readVector(opening: path)
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
