import Analysis
import AnalysisEngine
import FileFixtures
import Spectra
import Synchronization
import SystemPackage
import Testing

@Suite("Fitting over other ranks")
struct RefittingTests {
  let directory: TemporaryDirectory
  let files: [FilePath]

  init() throws {
    let directory = try TemporaryDirectory()
    files = try (0..<3).map { seed in
      try directory.write(dump(rows: 90, columns: 60, seed: seed), to: FilePath("epoch_\(seed).npy"))
    }
    self.directory = directory
  }

  @Test("Every finished dump is refitted as if it had been analysed over those ranks, and none twice")
  func all() async throws {
    let range = try #require(FitRange(first: 4, last: 50))
    let expected = await Session.run([directory.path], fit: FitSettings(range: range)).finished
    let found = await refitted { engine in
      await engine.fit(FitSettings(range: range), to: nil)
      await engine.fit(FitSettings(range: range), to: nil)
    }
    #expect(found.count == files.count)
    for record in expected { #expect(found.contains(record)) }
  }

  @Test("One dump can have ranks of its own, until all get others")
  func one() async throws {
    let own = try #require(FitRange(first: 2, last: 20))
    let common = try #require(FitRange(first: 6, last: 50))
    let found = await refitted { engine in
      await engine.fit(FitSettings(range: own), to: files[1].dump)
      await engine.fit(FitSettings(range: common), to: nil)
    }
    #expect(found.map(\.summary?.fit?.range) == [own, common, common, common])
    #expect(found.first?.dump.path == files[1])
    #expect(Set(found.dropFirst().map(\.dump.path)) == Set(files))
  }

  @Test("A dump that nobody has analysed is not refitted")
  func unknown() async {
    let found = await refitted { await $0.fit(FitSettings(), to: "elsewhere.npy") }
    #expect(found.isEmpty)
  }

  /// What an engine that has analysed everything over the standard range reports as refitted on account of `requests`.
  private func refitted(_ requests: (AnalysisEngine) async -> Void) async -> [AnalysisRecord] {
    let records = Mutex<[AnalysisRecord]>([])
    let (stream, continuation) = AsyncStream.makeStream(of: EngineUpdate.self)
    let engine = AnalysisEngine(.init(workerCount: 1)) { update in
      if case .refitted(let record) = update { records.withLock { $0.append(record) } }
      continuation.yield(update)
    }
    await engine.open([directory.path])
    for await update in stream where update == .idle { break }
    await requests(engine)
    return records.withLock { $0 }
  }
}
