import Analysis
import SystemPackage
import Testing

@testable import AnalysisEngine

@Suite("What may begin next")
struct JobQueueTests {
  private func job(
    _ name: String, _ kind: JobQueue.Job.Kind = .analysis, bytes: Int = 1, isLarge: Bool = false
  ) -> JobQueue.Job {
    JobQueue.Job(dump: Dump.ID(FilePath(name)), kind: kind, byteCount: bytes, isLarge: isLarge)
  }

  private func queue(_ jobs: [JobQueue.Job], workers: Int = 2, memory: Int = 100, isDiscovering: Bool = false)
    -> JobQueue
  {
    var queue = JobQueue(workerCount: workers, memoryLimit: memory)
    queue.isDiscovering = isDiscovering
    for job in jobs { queue.add(job) }
    return queue
  }

  /// The names of all that may begin now, with the threads that each may use.
  private func begin(_ queue: inout JobQueue) -> [String] {
    var names: [String] = []
    while let (job, threads) = queue.next() { names.append("\(job.dump)×\(threads)") }
    return names
  }

  @Test("As many as there are workers, in the order in which they were found, one thread each")
  func order() {
    var queue = queue([job("a"), job("b"), job("c")])
    #expect(begin(&queue) == ["a×1", "b×1"])
    queue.finish(job("a"))
    #expect(begin(&queue) == ["c×1"])
    queue.finish(job("b"))
    queue.finish(job("c"))
    #expect(queue.isEmpty)
  }

  @Test("A probe, which somebody waits for, begins before what came earlier")
  func probeFirst() {
    var queue = queue([job("a"), job("b"), job("b", .probe)], workers: 1)
    #expect(queue.next()?.job.kind == .probe)
    queue.finish(job("b", .probe))
    #expect(begin(&queue) == ["a×1"])
  }

  @Test("Uncertainties begin when no analysis waits, for memory neither, and none can be found any more")
  func uncertaintyLast() {
    var queue = queue([job("a", bytes: 80), job("u", .uncertainty), job("b", bytes: 80)], isDiscovering: true)
    #expect(begin(&queue) == ["a×1"])
    queue.finish(job("a", bytes: 80))
    #expect(begin(&queue) == ["b×1"])
    queue.isDiscovering = false
    #expect(begin(&queue) == ["u×1"])
  }

  @Test("What does not fit beside the others waits, what fits passes it, and what never fits begins alone")
  func memory() {
    var queue = queue(
      [job("a", bytes: 60), job("b", bytes: 60), job("c", bytes: 40), job("d", bytes: 1000)], workers: 4)
    #expect(begin(&queue) == ["a×1", "c×1"])
    queue.finish(job("a", bytes: 60))
    #expect(begin(&queue) == ["b×1"])
    queue.finish(job("b", bytes: 60))
    queue.finish(job("c", bytes: 40))
    #expect(begin(&queue) == ["d×1"])
  }

  @Test("A large dump gets all cores where it is the only one, which is certain only when nothing more can be found")
  func alone() {
    var queue = queue([job("a", isLarge: true)], isDiscovering: true)
    #expect(begin(&queue) == [])
    queue.isDiscovering = false
    #expect(begin(&queue) == ["a×2"])
    queue.add(job("u", .uncertainty))
    #expect(begin(&queue) == [], "nothing may be in BLAS beside it")
    queue.finish(job("a", isLarge: true))
    #expect(begin(&queue) == ["u×1"])
  }

  @Test("Two large dumps get one core each, whether one is left over or not")
  func notAlone() {
    var queue = queue([job("a", isLarge: true), job("b", isLarge: true), job("c", isLarge: true)])
    #expect(begin(&queue) == ["a×1", "b×1"])
    queue.finish(job("a", isLarge: true))
    queue.finish(job("b", isLarge: true))
    #expect(begin(&queue) == ["c×1"])
  }

  @Test("What would get all cores waits for guests, everything else begins beside them")
  func guests() {
    var large = queue([job("a", isLarge: true)])
    large.guestCount = 1
    #expect(begin(&large) == [], "nothing may be in BLAS beside it")
    large.guestCount = 0
    #expect(begin(&large) == ["a×2"])
    var others = queue([job("a"), job("b", isLarge: true)])
    others.guestCount = 2
    #expect(begin(&others) == ["a×1", "b×1"])
  }
}
