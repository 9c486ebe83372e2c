import LinearAlgebra

/// Features counted from their means, in units of their standard deviations, both over the training rows; features that
/// are the same in all training rows are dropped.
///
/// The deviation divides by N, as scikit-learn's `StandardScaler` does.
struct Standardization: Sendable {
  /// Indices of the K features that are kept, ascending.
  let columns: [Int]
  /// Of the kept features: mean, and 1 over the deviation.
  private let means: [Double]
  private let factors: [Double]
  /// Training rows of each class, without those left out because a feature is not finite.
  let classCounts: [Int]
  /// D, those dropped included.
  let givenCount: Int

  /// Goes through the rows twice. Memory does not depend on their number.
  ///
  /// - Throws: `constantFeatures`, `featuresTooLarge`, and what the rows throw.
  init(_ data: ProbeData, progress: (Int) -> Void) throws {
    var first: [Double] = []
    var sums = [Double](repeating: 0, count: data.source.featureCount)
    // Largest distance from the first row: 0 for a constant feature, however its value is rounded in sums.
    var distances = sums
    var classCounts = [Int](repeating: 0, count: data.classCount)
    var count = 0
    try data.forEachBatch { batch, classes in
      let columns = batch.columnCount
      if first.isEmpty { first = Array(batch.values.prefix(columns)) }
      Self.visit(batch, first, &sums, &distances) { difference, sum, distance in
        sum += difference
        distance = max(distance, abs(difference))
      }
      for number in classes { classCounts[number] += 1 }
      count += batch.rowCount
      progress(count)
    }
    guard distances.allSatisfy(\.isFinite), sums.allSatisfy(\.isFinite) else { throw ProbeError.featuresTooLarge }
    let n = Double(max(1, count))
    let all = zip(first, sums).map { $0 + $1 / n }
    // Squares of shares of the largest distance stay within the range of a double.
    var squares = sums.map { _ in 0.0 }
    var inverses = distances.map { $0 > 0 ? 1 / $0 : 0 }
    try data.forEachBatch { batch, _ in
      Self.visit(batch, all, &squares, &inverses) { difference, square, inverse in
        let share = difference * inverse
        square += share * share
      }
    }
    let deviations = zip(distances, squares).map { $0 * ($1 / n).squareRoot() }
    // Deviations below 1/(largest double) count as 0, too.
    columns = deviations.indices.filter { deviations[$0] > 0 && (1 / deviations[$0]).isFinite }
    guard !columns.isEmpty else { throw ProbeError.constantFeatures }
    means = columns.map { all[$0] }
    factors = columns.map { 1 / deviations[$0] }
    self.classCounts = classCounts
    givenCount = data.source.featureCount
  }

  /// K.
  var featureCount: Int { columns.count }
  /// Training rows whose features are all finite.
  var rowCount: Int { classCounts.reduce(0, +) }

  /// Writes the standardised rows of a batch.
  func apply(to batch: borrowing RowBlock, into result: inout RowBlock) {
    let (k, d) = (featureCount, batch.columnCount)
    if result.columnCount != k || result.capacity < batch.rowCount {
      result = RowBlock(capacity: batch.rowCount, columnCount: k)
    }
    result.values.withUnsafeMutableBufferPointer { result in
      batch.values.withUnsafeBufferPointer { values in
        columns.withUnsafeBufferPointer { columns in
          means.withUnsafeBufferPointer { means in
            factors.withUnsafeBufferPointer { factors in
              for i in 0..<batch.rowCount {
                for j in 0..<k { result[i * k + j] = (values[i * d + columns[j]] - means[j]) * factors[j] }
              }
            }
          }
        }
      }
    }
    result.setRowCount(batch.rowCount)
  }

  /// Calls `body` for every value, with its difference from the feature's origin and two numbers of the feature.
  @inline(__always)
  private static func visit(
    _ batch: borrowing RowBlock, _ origin: [Double], _ a: inout [Double], _ b: inout [Double],
    _ body: (_ difference: Double, inout Double, inout Double) -> Void
  ) {
    let columns = batch.columnCount
    batch.values.withUnsafeBufferPointer { values in
      origin.withUnsafeBufferPointer { origin in
        a.withUnsafeMutableBufferPointer { a in
          b.withUnsafeMutableBufferPointer { b in
            for i in 0..<batch.rowCount {
              for j in 0..<columns { body(values[i * columns + j] - origin[j], &a[j], &b[j]) }
            }
          }
        }
      }
    }
  }
}
