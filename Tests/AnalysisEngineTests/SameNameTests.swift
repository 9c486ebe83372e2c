import Analysis
import FileFixtures
import Spectra
import Synchronization
import Testing

@testable import AnalysisEngine

@Suite("A dump in the place of another")
struct SameNameTests {
  @Test("has nothing to do with the work on the one that was there before", .timeLimit(.minutes(15)))
  func successor() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(dump(seed: 1), to: "features.npy")
    let gates = [Gate(), Gate()]
    let begun = Mutex(0)
    let (beginnings, continuation) = AsyncStream.makeStream(of: Void.self)
    var beginning = beginnings.makeAsyncIterator()
    var configuration = AnalysisEngine.Configuration(fit: FitSettings(), workerCount: 2)
    configuration.isLive = true
    // Both analyses stop at their first word.
    let engine = AnalysisEngine(configuration) { update in
      guard case .progressed(_, rows: 0, perSecond: _) = update else { return }
      let index = begun.withLock { count in
        defer { count += 1 }
        return count
      }
      continuation.yield()
      if index < gates.count { gates[index].wait() }
    }
    await engine.open([directory.path])
    await beginning.next()
    let former = try #require(await engine.subjects[file.dump])
    await engine.take([.vanished(file.dump), .dump(former.found)])
    await beginning.next()
    let work = try #require(await engine.subjects[file.dump]?.task)
    gates[0].open()
    await former.task?.value
    #expect(await engine.queue.running.count == 1)
    #expect(await engine.subjects[file.dump]?.task != nil)
    gates[1].open()
    await work.value
    #expect(await engine.subjects[file.dump]?.record?.summary != nil)
    #expect(await engine.subjects[file.dump]?.task == nil)
    await engine.cancel()
  }
}
