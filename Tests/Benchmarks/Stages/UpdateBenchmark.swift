import LinearAlgebra

/// 1,000 new rows onto 10,000 that have been added before, against all 11,000 anew; both with all eigenvalues.
struct UpdateBenchmark {
  let featureCount: Int
  let effort: Effort

  func figures() throws -> [Figure] {
    let block = RowBlock.random(rows: 500, columns: featureCount)
    let kept = try MomentsAccumulator(adding: block, times: 20)

    func anew() throws -> Double {
      try seconds { _ = try MomentsAccumulator(adding: block, times: 22).covariance().spectrum() }
    }
    func added() throws -> Double {
      try seconds {
        var grown = kept
        for _ in 0..<2 { grown.add(block) }
        _ = try grown.covariance().spectrum()
      }
    }
    func merged() throws -> Double {
      try seconds {
        var grown = kept
        grown.merge(try MomentsAccumulator(adding: block, times: 2))
        _ = try grown.covariance().spectrum()
      }
    }
    let name = "update D=\(featureCount)"
    return [
      try Figure("\(name) added", "1,000 rows added to 10,000 / 11,000 anew", repetitions: effort.slowRepetitions) {
        try added() / anew()
      },
      try Figure("\(name) merged", "1,000 rows merged into 10,000 / 11,000 anew", repetitions: effort.slowRepetitions) {
        try merged() / anew()
      },
    ]
  }
}
