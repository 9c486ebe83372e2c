import Glibc

/// Seconds of processor time that `work` takes on this thread, so that other programs do not count.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let start = processorTime
  try work()
  return processorTime - start
}

private var processorTime: Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

extension [Double] {
  /// The middle value, of an even number the mean of the middle two; NaN if there are none.
  var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}

/// One figure of the benchmark: a ratio of two times that were taken in turn, so that the machine and its mood do not count.
struct Ratio: Encodable {
  let name: String
  /// What is divided by what.
  let meaning: String
  /// Median over the repetitions.
  let value: Double
  let lowest: Double
  let highest: Double

  /// Asks `sample` for a ratio several times, after a first one that only warms up.
  init(_ name: String, _ meaning: String, repetitions: Int, sample: () throws -> Double) rethrows {
    self.name = name
    self.meaning = meaning
    _ = try sample()
    let samples = try (0..<repetitions).map { _ in try sample() }
    value = samples.median
    lowest = samples.min() ?? .nan
    highest = samples.max() ?? .nan
  }
}
