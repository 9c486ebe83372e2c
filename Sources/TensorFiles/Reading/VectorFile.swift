public import SystemPackage

/// Reads a `.npy` file of one axis, such as a stored spectrum, as doubles.
///
/// Takes at most eight times the memory that the file has bytes, and never more than 512 MiB.
/// - Throws: `tooFewAxes` for a scalar, `tooManyAxes` for a matrix, `empty` for no values, `tooLarge` for more than 2²⁶,
///   and what an array of any shape can be refused for.
public func readVector(opening path: FilePath) throws(TensorFileError) -> [Double] {
  try vector(try ArrayFile(opening: path))
}

/// A sparse file holds as many zeros as it likes.
let greatestVectorCount = 1 << 26

/// - Parameter acceptsColumn: whether N × 1 values are as good as N.
func vector(
  _ array: borrowing ArrayFile, acceptsColumn: Bool = false
) throws(TensorFileError) -> [Double] {
  let (shape, path) = (array.stored.shape, array.path)
  guard let count = shape.first else {
    throw TensorFileError(.tooFewAxes, in: path, "a single number; one axis expected")
  }
  guard shape.count == 1 || acceptsColumn && shape.count == 2 && shape[1] == 1 else {
    throw TensorFileError(.tooManyAxes, in: path, "\(shape.count) axes; one expected")
  }
  guard count > 0 else {
    throw TensorFileError(.empty, in: path, "no elements")
  }
  _ = try array.availableRowCount()
  guard count <= greatestVectorCount else {
    throw TensorFileError(.tooLarge, in: path, "\(count) values; at most \(greatestVectorCount) are read")
  }
  var values = [Double](repeating: 0, count: count)
  try values.withUnsafeMutableBufferPointer { (values) throws(TensorFileError) in
    guard let target = values.baseAddress else { return }
    try array.read(rows: 0..<count, columns: 0..<1, to: target)
  }
  try array.requireUnchanged()
  return values
}
