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
