/// One figure of the benchmark.
struct Figure: Encodable {
  let name: String
  /// What is divided by what, or what is counted.
  let meaning: String
  /// `ratio`, `exponent`, `ms`, `MiB`, `GFLOP/s` or `GB/s`. Only the first two, of times taken in turn, are independent
  /// of the machine and its mood.
  let unit: String
  /// Median over the repetitions.
  let value: Double
  let lowest: Double
  let highest: Double

  /// The figure that `samples`, one per repetition and all of them finite, amount to.
  init(_ name: String, _ meaning: String, unit: String = "ratio", samples: [Double]) {
    self.name = name
    self.meaning = meaning
    self.unit = unit
    value = samples.median
    lowest = samples.min() ?? .nan
    highest = samples.max() ?? .nan
  }

  /// Asks `sample` for a ratio several times, after a first one that only warms up.
  init(
    _ name: String, _ meaning: String, unit: String = "ratio", repetitions: Int, sample: () throws -> Double
  ) rethrows {
    _ = try sample()
    try self.init(name, meaning, unit: unit, samples: (0..<repetitions).map { _ in try sample() })
  }
}
