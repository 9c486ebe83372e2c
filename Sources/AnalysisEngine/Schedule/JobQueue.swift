import Analysis

/// What waits, what runs, and what may begin next. Bookkeeping only, so that every rule of the schedule can be tested without a
/// thread.
struct JobQueue {
  /// One piece of work on one dump.
  struct Job: Equatable {
    enum Kind: Int {
      /// A linear probe: somebody asked for it, and waits.
      case probe
      /// From the file to the record.
      case analysis
      /// Whether what was added to a dump while it grew is what is in the file now.
      case verification
      /// The intervals of a record that is done.
      case uncertainty
    }

    let dump: Dump.ID
    /// Which of those that had this name; of a linear probe, which of all probes.
    var subject = 0
    let kind: Kind
    /// Bytes that it takes at its peak.
    let byteCount: Int
    /// Whether its arithmetic gains from several cores.
    let isLarge: Bool
    /// When the dump was last written to, where newer ones are wanted first; else the same for all.
    var modified = 0.0
  }

  /// What decides between jobs that could begin; the smallest comes first.
  private struct Rank: Comparable {
    let kind: Int
    /// Place among what somebody looks at.
    let focus: Int
    let age: Double
    let arrival: Int

    static func < (a: Rank, b: Rank) -> Bool {
      (a.kind, a.focus, a.age, a.arrival) < (b.kind, b.focus, b.age, b.arrival)
    }
  }

  private struct Entry {
    let job: Job
    var rank: Rank
  }

  let workerCount: Int
  let memoryLimit: Int
  /// The first to begin last.
  private var waiting: [Entry] = []
  private(set) var running: [Job] = []
  /// The running job has all cores.
  private(set) var isExclusive = false
  /// Pieces of work on no dump that run beside the jobs, with one thread each.
  var guestCount = 0
  /// Bytes that are kept beside what runs.
  var keptByteCount = 0
  /// More dumps may be found.
  var isDiscovering = true
  private var dumpCount = 0
  private var arrivals = 0
  private var focus: [Dump.ID: Int] = [:]

  init(workerCount: Int, memoryLimit: Int) {
    self.workerCount = workerCount
    self.memoryLimit = memoryLimit
  }

  var isEmpty: Bool { waiting.isEmpty && running.isEmpty }

  mutating func add(_ job: Job) {
    if job.kind == .analysis { dumpCount += 1 }
    arrivals += 1
    let entry = Entry(job: job, rank: rank(of: job, arrival: arrivals))
    waiting.insert(entry, at: waiting.bisectedIndex(where: { $0.rank <= entry.rank }))
  }

  /// Puts these dumps before all others of their kind, in this order.
  mutating func prioritise(_ dumps: [Dump.ID]) {
    focus = [:]
    for (place, dump) in dumps.enumerated() { focus[dump] = focus[dump] ?? place }
    for index in waiting.indices {
      waiting[index].rank = rank(of: waiting[index].job, arrival: waiting[index].rank.arrival)
    }
    waiting.sort { $0.rank > $1.rank }
  }

  /// Forgets all that waits.
  mutating func removeWaiting() { waiting = [] }

  /// Forgets what waits for a dump.
  mutating func remove(_ dump: Dump.ID) { waiting.removeAll { $0.job.dump == dump } }

  func awaitsAnalysis(of dump: Dump.ID) -> Bool {
    waiting.contains { $0.job.kind == .analysis && $0.job.dump == dump }
  }

  /// Bytes that may be kept beside what runs. What needs more than there is alone takes none: it is refused.
  var room: Int { memoryLimit - running.reduce(0) { $0 + ($1.byteCount > memoryLimit ? 0 : $1.byteCount) } }

  /// Takes the next job that may begin, and says how many threads its BLAS calls may use; nil while there is none.
  ///
  /// Probes come first, then analyses, and uncertainties after all else; among them what is looked at, then the newest, then what came first.
  /// What does not fit beside the running ones waits; what does not fit alone begins alone, to be refused with its reason. A large
  /// dump that is the only one gets all cores, whenever that becomes certain; that it is the only one does not depend on how fast
  /// anything runs, so neither do the bits of its results.
  mutating func next() -> (job: Job, threadCount: Int)? {
    guard running.count < workerCount, !isExclusive, let first = waiting.last else { return nil }
    let free = room - keptByteCount
    let isAlone = dumpCount == 1
    guard !isDiscovering || first.job.kind != .uncertainty else { return nil }
    guard guestCount == 0 || workerCount == 1 || !(first.job.isLarge && isAlone) else { return nil }
    guard
      let index = waiting.lastIndex(where: { entry in
        entry.rank.kind == first.rank.kind && (running.isEmpty || entry.job.byteCount <= free)
          && !(entry.job.isLarge && isAlone && isDiscovering)
      })
    else { return nil }
    let job = waiting.remove(at: index).job
    running.append(job)
    isExclusive = job.isLarge && isAlone
    return (job, isExclusive ? workerCount : 1)
  }

  /// A job has ended.
  mutating func finish(_ job: Job) {
    running.removeAll { $0 == job }
    if running.isEmpty { isExclusive = false }
  }

  private func rank(of job: Job, arrival: Int) -> Rank {
    Rank(kind: job.kind.rawValue, focus: focus[job.dump] ?? .max, age: -job.modified, arrival: arrival)
  }
}
