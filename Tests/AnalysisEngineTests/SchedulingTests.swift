import Analysis
import AnalysisEngine
import FileFixtures
import Spectra
import Synchronization
import SystemPackage
import Testing

@Suite("How the engine schedules")
struct SchedulingTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("Every dump is queued before it is finished, then all is discovered, and idle comes last", arguments: [1, 3])
  func order(workerCount: Int) async throws {
    let files = try (0..<12).map { try directory.write(dump(seed: $0), to: FilePath("epoch_\($0).npy")) }
    let session = await Session.run([directory.path], workerCount: workerCount)
    #expect(session.queued.map(\.dump.path) == files)
    #expect(Set(session.finished.map(\.dump.path)) == Set(files))
    #expect(session.finished.count == files.count)
    for file in files {
      let own = session.updates.filter { $0.dump == file }
      #expect(own.first?.isQueued == true && own.last?.isFinished == true)
    }
    #expect(session.queued.allSatisfy { $0.shape != nil && $0.summary == nil })
    #expect(session.updates.count { $0 == .discovered } == 1)
    let discovered = try #require(session.updates.firstIndex(of: .discovered))
    #expect(session.updates[discovered...].allSatisfy { !$0.isQueued })
    #expect(session.updates.last == .idle)
  }

  @Test("An empty directory is discovered and idle")
  func empty() async {
    #expect(await Session.run([directory.path]).updates == [.discovered, .idle])
  }

  @Test("Several workers find the same bits as one")
  func sameBits() async throws {
    // Both routes, with several blocks each.
    let files = try (0..<9).map { seed in
      try directory.write(
        dump(rows: 700, columns: seed.isMultiple(of: 3) ? 750 : 60, seed: seed), to: FilePath("step_\(seed).npy"))
    }
    let one = await Session.run([directory.path], workerCount: 1)
    let several = await Session.run([directory.path], workerCount: 3)
    for file in files {
      let record = try #require(one.record(of: file))
      #expect(record.summary?.fit != nil)
      #expect(several.record(of: file) == record)
      #expect(await several.engine.spectra(of: file.dump) == one.engine.spectra(of: file.dump))
    }
  }

  @Test("The spectrum of a finished dump is the engine's to give, that of any other nil")
  func spectrum() async throws {
    // Two features with variances 4 and 1 and no covariance.
    let rows: [Int8] = [-2, -1, -2, 1, 2, -1, 2, 1]
    let file = try directory.write(npy("|i1", [4, 2], rows.map(UInt8.init(bitPattern:))), to: "x.npy")
    let broken = try directory.write([1, 2, 3], to: "y.npy")
    let session = await Session.run([directory.path])
    #expect(await session.engine.spectra(of: file.dump)?.spectrum.eigenvalues == [4, 1])
    #expect(await session.engine.spectra(of: broken.dump) == nil)
    #expect(await session.engine.spectra(of: "elsewhere.npy") == nil)
  }

  @Test("Progress begins at 0, never falls, is told once a percent at most, and ends at N")
  func progress() async throws {
    // 250 blocks.
    let many = try directory.write(dump(rows: 128_000, columns: 2), to: "many.npy")
    // Three blocks, the last one short.
    let few = try directory.write(dump(rows: 1100, columns: 2), to: "few.npy")
    let session = await Session.run([directory.path])
    for (file, count) in [(many, 128_000), (few, 1100)] {
      let rows = session.progress(of: file)
      #expect(rows == rows.sorted() && rows.first == 0 && rows.last == count)
      #expect(Set(rows.map { $0 * 100 / count }).count == rows.count)
    }
    #expect(session.progress(of: few) == [0, 512, 1024, 1100])
    #expect(session.progress(of: many).count == 101)
  }

  @Test("After cancelling, what runs stops within a block and nothing that waits begins")
  func cancelling() async throws {
    let files = try (0..<6).map {
      try directory.write(dump(rows: 1100, columns: 4, seed: $0), to: FilePath("epoch_\($0).npy"))
    }
    let (stream, continuation) = AsyncStream.makeStream(of: EngineUpdate.self)
    let gate = Gate()
    let engine = AnalysisEngine(.init(workerCount: 1)) { update in
      continuation.yield(update)
      // Holds the only worker within its first dump until everything else has been done.
      if case .progressed(_, rows: 1..., _) = update { gate.wait() }
    }
    await engine.open([directory.path])
    var updates = stream.makeAsyncIterator()
    while let update = await updates.next(isolation: nil), update != .discovered {}
    await engine.cancel()
    gate.open()
    var rest: [EngineUpdate] = []
    while let update = await updates.next(isolation: nil) {
      rest.append(update)
      if update == .idle { break }
    }
    // The first dump's first block may have been told before the discovery's end or after it.
    #expect(rest.allSatisfy { $0.isProgress(of: files[0]) || $0 == .idle })
    for file in files { #expect(await engine.spectra(of: file.dump) == nil) }
  }

  @Test("Workers compute at a raised niceness, and whoever owns the engine keeps its own")
  func niceness() async throws {
    try directory.write(dump(), to: "x.npy")
    let niceness = Mutex<[Int?]>([])
    let (stream, continuation) = AsyncStream.makeStream(of: EngineUpdate.self)
    let engine = AnalysisEngine(.init(workerCount: 1)) { update in
      // Told from the thread that computes.
      if case .progressed = update { niceness.withLock { $0.append(readNiceness(of: "thread-self")) } }
      continuation.yield(update)
    }
    let before = try #require(readNiceness(of: "self"))
    await engine.open([directory.path])
    for await update in stream where update == .idle { break }
    #expect(Set(niceness.withLock { $0 }) == [max(10, before)])
    #expect(readNiceness(of: "self") == before)
  }
}
