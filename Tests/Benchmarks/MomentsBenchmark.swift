import COpenBLAS
import LinearAlgebra

/// Accumulating and solving at one number of features, against OpenBLAS itself.
struct MomentsBenchmark {
  let featureCount: Int
  let repetitions: Int

  private static let rowsPerBlock = 512
  private static let rowsPerDump = 10_000

  func figures() throws -> [Figure] {
    let d = featureCount
    let n = Self.rowsPerBlock
    var generator = SystemRandomNumberGenerator()
    var block = RowBlock(capacity: n, columnCount: d)
    for k in block.values.indices { block.values[k] = .random(in: 99...101, using: &generator) }
    block.setRowCount(n)
    var moments = try MomentsAccumulator(featureCount: d)
    var chosen = try FeatureMoments(sampleCount: d, featureCount: d)
    var square = [Double](repeating: 0, count: d * d)
    // Enough blocks that a clock's steps do not show.
    let blocks = max(1, 64 * 256 * 256 / (d * d))

    func syrk() -> Double {
      seconds {
        for _ in 0..<blocks {
          cblas_dsyrk(
            CblasRowMajor, CblasUpper, CblasTrans, Int32(d), Int32(n), 1, block.values, Int32(d), 1, &square, Int32(d))
        }
      }
    }
    func gemm() -> Double {
      seconds {
        for _ in 0..<blocks {
          cblas_dgemm(
            CblasRowMajor, CblasTrans, CblasNoTrans, Int32(d), Int32(d), Int32(n), 1, block.values, Int32(d),
            block.values, Int32(d), 0, &square, Int32(d))
        }
      }
    }
    func add() -> Double { seconds { for _ in 0..<blocks { moments.add(block) } } }
    func addChosen() -> Double { seconds { for _ in 0..<blocks { chosen.add(block) } } }
    func solve() throws -> Double {
      let second = moments.covariance()
      return try seconds { _ = try second.matrix.eigenvalues() }
    }
    // A multiplication and an addition per element: D² n of them for the general product, half as many here.
    return try [
      Figure("add rate, D = \(d)", "flop/s of MomentsAccumulator.add / dgemm", repetitions: repetitions) {
        gemm() / 2 * Double(d + 1) / Double(d) / add()
      },
      Figure("route over dsyrk, D = \(d)", "bare dsyrk / FeatureMoments.add", repetitions: repetitions) {
        syrk() / addChosen()
      },
      Figure("scan and shift, D = \(d)", "share of the add that is not dsyrk", repetitions: repetitions) {
        1 - syrk() / add()
      },
      Figure("eigenvalues, D = \(d)", "dsyevd / adding 10,000 rows", repetitions: max(3, repetitions / 3)) {
        try solve() / (add() / Double(blocks * n) * Double(Self.rowsPerDump))
      },
    ]
  }
}
