import Glibc

/// Seconds of processor time that `work` takes on all threads of this process, so that other programs do not count.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let start = processorTime
  try work()
  return processorTime - start
}

private var processorTime: Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Milliseconds on the clock, for what is waited for.
func milliseconds(_ work: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(work) / .milliseconds(1)
}
