/// One figure of the benchmark.
struct Figure: Encodable {
  let name: String
  /// What is divided by what, or what is counted.
  let meaning: String
  /// `ratio`, `ms` or `MiB`. Only ratios, of times taken in turn, are independent of the machine and its mood.
  let unit: String
  /// Median over the repetitions.
  let value: Double
  let lowest: Double
  let highest: Double

  init(_ name: String, _ meaning: String, unit: String, samples: [Double]) {
    self.name = name
    self.meaning = meaning
    self.unit = unit
    value = samples.median
    lowest = samples.min() ?? .nan
    highest = samples.max() ?? .nan
  }

  /// Asks `sample` for a ratio several times, after a first one that only warms up.
  init(_ name: String, _ meaning: String, repetitions: Int, sample: () throws -> Double) rethrows {
    _ = try sample()
    try self.init(name, meaning, unit: "ratio", samples: (0..<repetitions).map { _ in try sample() })
  }
}
