import CBackground
import Foundation
import Synchronization

/// Threads of its own for work that blocks (files, BLAS), so that Swift's cooperative pool, and with it the keyboard, never waits.
///
/// A task that prefers this executor runs on one of its threads, one task per thread at a time, in the order of arrival.
final class WorkerPool: TaskExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    var isStopped = false
  }

  private let queue = Mutex(Queue())
  private let arrivals = DispatchSemaphore(value: 0)
  private let threadCount: Int

  /// Starts threads at a niceness (0 normal … 19 lowest).
  init(name: String, threadCount: Int, niceness: Int32) {
    self.threadCount = threadCount
    for number in 1...max(1, threadCount) {
      let thread = Thread { [self] in
        // Without the right to lower it the priority stays as it is, which costs nothing but courtesy.
        _ = eigentop_set_thread_niceness(niceness)
        while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
      }
      thread.name = "\(name) \(number)"
      // LAPACK keeps small work arrays on the stack, and OpenBLAS's kernels more.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.withLock { $0.jobs.append(job) }
    arrivals.signal()
  }

  /// Ends every thread after what it is doing and what is waiting already.
  func stop() {
    queue.withLock { $0.isStopped = true }
    for _ in 0..<threadCount { arrivals.signal() }
  }

  private func next() -> UnownedJob? {
    while true {
      arrivals.wait()
      let (job, isStopped) = queue.withLock { queue in
        (queue.jobs.isEmpty ? nil : queue.jobs.removeFirst(), queue.isStopped)
      }
      if let job { return job }
      if isStopped { return nil }
    }
  }
}
