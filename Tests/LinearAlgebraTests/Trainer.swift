import LinearAlgebra
import NumericalTesting
import Testing

/// Appends rows to a matrix whose moments are kept.
struct Trainer {
  /// All rows that there will be.
  let rows: [[Double]]
  var moments: GrowingMoments

  /// Begins with the first rows.
  init(rows: [[Double]], count: Int, precision: AccumulationPrecision = .float64) throws {
    self.rows = rows
    moments = try GrowingMoments(rowCount: count, featureCount: rows[0].count, precision: precision)
    addMissing(blockSize: 16)
  }

  /// Goes on to `count` rows, from the beginning if need be; returns whether there was none.
  mutating func grow(to count: Int, using generator: inout SeededGenerator) throws -> Bool {
    let appends = try moments.grow(toRowCount: count) == .appends
    if !appends { moments = try GrowingMoments(rowCount: count, featureCount: moments.featureCount) }
    addMissing(blockSize: Int.random(in: 1...30, using: &generator))
    return appends
  }

  /// Adds all that is missing.
  mutating func addMissing(blockSize: Int) {
    while true {
      switch moments.missing {
      case .nothing: return
      case .rows(let range): moments.add(RowBlock(rows: Array(rows[range].prefix(blockSize))))
      case .columns(let range):
        let columns = range.prefix(blockSize)
        moments.add(RowBlock(rows: rows.prefix(moments.rowCount).map { Array($0[columns]) }))
      }
    }
  }
}

extension SeededGenerator {
  /// Rows whose mean lies anywhere, some of them unusable.
  mutating func rowsToAppend(_ count: Int, features: Int) -> [[Double]] {
    var rows = powerLawRows(count, features: features, mean: Double.random(in: -50...50, using: &self))
    for row in 2..<max(2, count) where Int.random(in: 0..<10, using: &self) == 0 {
      let column = Int.random(in: 0..<features, using: &self)
      rows[row][column] = [.nan, .infinity, -.infinity].randomElement(using: &self) ?? .nan
    }
    return rows
  }
}

/// The eigenvalues of the covariance of the finite rows, in two passes over all of them.
func covarianceEigenvalues(_ rows: [[Double]]) throws -> [Double] {
  let rows = rows.filter { $0.allSatisfy(\.isFinite) }
  let n = Double(rows.count)
  let indices = rows[0].indices
  let means = indices.map { j in rows.reduce(0) { $0 + ($1[j] - rows[0][j]) } / n + rows[0][j] }
  let centred = rows.map { row in indices.map { row[$0] - means[$0] } }
  let covariance = indices.map { i in
    indices.map { j in j < i ? 0 : compensatedSum(centred.lazy.map { $0[i] * $0[j] }) / n }
  }
  return try SymmetricMatrix(rows: covariance).eigenvalues()
}

/// Kahan's sum, whose error does not grow with the number of terms.
private func compensatedSum(_ terms: some Sequence<Double>) -> Double {
  var (sum, lost) = (0.0, 0.0)
  for term in terms {
    let corrected = term - lost
    let next = sum + corrected
    lost = (next - sum) - corrected
    sum = next
  }
  return sum
}

/// Expects the eigenvalues and the number of unusable rows to be those of these rows.
func expectSpectrum(
  of moments: GrowingMoments, rows: [[Double]], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let second = try moments.secondMoments()
  let unusableCount = rows.count { !$0.allSatisfy(\.isFinite) }
  #expect(second.nonFiniteRowCount == unusableCount, sourceLocation: sourceLocation)
  #expect(second.sampleCount == rows.count - unusableCount, sourceLocation: sourceLocation)
  let rank = min(second.sampleCount - 1, moments.featureCount)
  let found = Array(try second.eigenvalues().centred.prefix(rank))
  let expected = Array(try covarianceEigenvalues(rows).prefix(rank))
  #expect(found.isClose(to: expected, relative: 1e-12), sourceLocation: sourceLocation)
  // Where the solver cannot resolve 10⁻⁹ of an eigenvalue, to what it can.
  let floor = Double(moments.featureCount) * 0x1p-52 * (expected.first ?? 0)
  let differences = zip(found, expected).map { abs($0 - $1) - 1e-9 * $1 }
  #expect(differences.allSatisfy { $0 <= floor }, sourceLocation: sourceLocation)
}
