import LinearAlgebra

/// How times grow with N and D, as the exponent that fits them best.
struct ScalingBenchmark {
  let effort: Effort

  func figures() throws -> [Figure] {
    let blockCounts = [4, 8, 16, 32]
    let orders = [256, 512, 1024, 2048] + (effort.isLarge ? [4096] : [])
    let blocks = orders.map { RowBlock.random(rows: 512, columns: $0) }
    let moments = try blocks.map { try MomentsAccumulator(adding: $0, times: 8) }
    return try [
      Figure(
        "scaling moments with N", "of adding 2,048…16,384 rows, D = 512; 1 is expected", unit: "exponent",
        repetitions: effort.repetitions
      ) {
        try blockCounts.map { count in
          try seconds { _ = try MomentsAccumulator(adding: blocks[1], times: count) }
        }.exponent(of: blockCounts)
      },
      Figure(
        "scaling moments with D", "of adding 4,096 rows, D = 256…\(orders.max() ?? 0); 2 is expected", unit: "exponent",
        repetitions: effort.slowRepetitions
      ) {
        try blocks.map { block in
          try seconds { _ = try MomentsAccumulator(adding: block, times: 8) }
        }.exponent(of: orders)
      },
      Figure(
        "scaling solve with D", "of all eigenvalues, D = 256…\(orders.max() ?? 0); 3 is expected at last",
        unit: "exponent", repetitions: effort.slowRepetitions
      ) {
        try moments.map { moments in
          let second = moments.covariance()
          return try seconds { _ = try second.spectrum() }
        }.exponent(of: orders)
      },
    ]
  }
}
