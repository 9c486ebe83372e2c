import Analysis

/// What waits, what runs, and what may begin next. Bookkeeping only, so that every rule of the schedule can be tested without a
/// thread.
struct JobQueue {
  /// One piece of work on one dump.
  struct Job: Equatable {
    enum Kind: Equatable {
      /// From the file to the record.
      case analysis
      /// The intervals of a record that is done.
      case uncertainty
    }

    let dump: Dump
    let kind: Kind
    /// Bytes that it takes at its peak.
    let byteCount: Int
    /// Whether its arithmetic gains from several cores.
    let isLarge: Bool
  }

  let workerCount: Int
  let memoryLimit: Int
  private(set) var waiting: [Job] = []
  private(set) var running: [Job] = []
  /// The running job has all cores.
  private(set) var isExclusive = false
  /// More dumps may be found.
  var isDiscovering = true
  private var dumpCount = 0

  init(workerCount: Int, memoryLimit: Int) {
    self.workerCount = workerCount
    self.memoryLimit = memoryLimit
  }

  var isEmpty: Bool { waiting.isEmpty && running.isEmpty }

  mutating func add(_ job: Job) {
    if job.kind == .analysis { dumpCount += 1 }
    waiting.append(job)
  }

  mutating func removeWaiting() { waiting = [] }

  /// Takes the next job that may begin, and says how many threads its BLAS calls may use; nil while there is none.
  ///
  /// Analyses begin in the order in which they were added, and uncertainties after all of them. What does not fit beside the
  /// running ones waits; what does not fit alone begins alone, to be refused with its reason. A large dump that is the only one
  /// gets all cores, whenever that becomes certain; that it is the only one does not depend on how fast anything runs, so neither
  /// do the bits of its results.
  mutating func next() -> (job: Job, threadCount: Int)? {
    guard running.count < workerCount, !isExclusive else { return nil }
    let free = memoryLimit - running.reduce(0) { $0 + $1.byteCount }
    let hasAnalyses = isDiscovering || waiting.contains { $0.kind == .analysis }
    let kind: Job.Kind = hasAnalyses ? .analysis : .uncertainty
    let isAlone = dumpCount == 1
    guard
      let index = waiting.firstIndex(where: { job in
        job.kind == kind && (running.isEmpty || job.byteCount <= free) && !(job.isLarge && isAlone && isDiscovering)
      })
    else { return nil }
    let job = waiting.remove(at: index)
    running.append(job)
    isExclusive = job.isLarge && isAlone
    return (job, isExclusive ? workerCount : 1)
  }

  /// A job has ended.
  mutating func finish(_ job: Job) {
    running.removeAll { $0 == job }
    if running.isEmpty { isExclusive = false }
  }
}
