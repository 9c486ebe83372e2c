import COpenBLAS
import LinearAlgebra

/// All eigenvalues of a covariance, against OpenBLAS itself and against accumulating it.
struct SolveBenchmark {
  let featureCount: Int
  let effort: Effort

  private static let rowsPerDump = 10_000

  func figures() throws -> [Figure] {
    let d = featureCount
    let block = RowBlock.random(rows: 500, columns: d)
    let moments = try MomentsAccumulator(adding: block, times: 2 * d / block.rowCount + 1)
    let factor = [Double](repeating: 1, count: d * d)
    var product = factor

    func gemm() -> Double {
      seconds {
        cblas_dgemm(
          CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(d), Int32(d), Int32(d), 1, factor, Int32(d), factor,
          Int32(d), 0, &product, Int32(d))
      }
    }
    func solve() throws -> Double {
      let second = moments.covariance()
      return try seconds { _ = try second.spectrum() }
    }
    func add() throws -> Double {
      try seconds { _ = try MomentsAccumulator(adding: block, times: Self.rowsPerDump / block.rowCount) }
    }
    let name = "solve D=\(d)"
    return [
      // The reduction to tridiagonal form takes 4/3·D³ operations, the product of two matrices 2·D³.
      try Figure("\(name) rate", "4/3·D³ flop/s of all eigenvalues / dgemm", repetitions: effort.slowRepetitions) {
        try gemm() * (4.0 / 3 / 2) / solve()
      },
      try Figure("\(name) over moments", "all eigenvalues / adding 10,000 rows", repetitions: effort.slowRepetitions) {
        try solve() / add()
      },
    ]
  }
}
