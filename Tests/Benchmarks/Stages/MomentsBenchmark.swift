import COpenBLAS
import LinearAlgebra

/// Adding rows at one number of features, against OpenBLAS itself.
struct MomentsBenchmark {
  let featureCount: Int
  let effort: Effort

  private static let rowsPerBlock = 512

  func figures() throws -> [Figure] {
    let d = featureCount
    let n = Self.rowsPerBlock
    let block = RowBlock.random(rows: n, columns: d)
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
    let name = "moments D=\(d)"
    // A multiplication and an addition per element: D² n of them for the general product, half as many here.
    return [
      Figure(
        "\(name) peak", "dgemm of the same block", unit: "GFLOP/s", repetitions: effort.repetitions
      ) {
        2 * Double(d * d) * Double(n * blocks) / gemm() / 1e9
      },
      Figure("\(name) rate", "flop/s of MomentsAccumulator.add / dgemm", repetitions: effort.repetitions) {
        gemm() / 2 * Double(d + 1) / Double(d) / add()
      },
      Figure("\(name) route", "bare dsyrk / FeatureMoments.add", repetitions: effort.repetitions) {
        syrk() / addChosen()
      },
      Figure("\(name) scan and shift", "share of the add that is not dsyrk", repetitions: effort.repetitions) {
        1 - syrk() / add()
      },
    ]
  }
}
