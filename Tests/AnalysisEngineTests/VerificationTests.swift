import Analysis
import AnalysisStore
import FileFixtures
import Foundation
import LinearAlgebra
import Spectra
import SystemPackage
import TensorFiles
import Testing

@testable import AnalysisEngine

/// The bytes of a dump of int8 features that promises more rows than it has.
private func beginning(rows: Int, of promised: Int, columns: Int, seed: Int = 0) -> [UInt8] {
  let all = dump(rows: promised, columns: columns, seed: seed)
  return Array(all.dropLast((promised - rows) * columns))
}

/// Adds what a file lacks of these bytes.
private func append(_ whole: [UInt8], to file: FilePath) throws {
  let handle = try FileHandle(forWritingTo: URL(filePath: file.string))
  let count = try handle.seekToEnd()
  try handle.write(contentsOf: whole.dropFirst(Int(count)))
  try handle.close()
}

@Suite("Dumps that grow, before they have settled")
struct VerificationTests {
  private let directory: TemporaryDirectory
  private let cache: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    cache = try TemporaryDirectory()
  }

  private func openStore() -> AnalysisStore {
    AnalysisStore(.directory(cache.path), sizeLimit: 1 << 30) { Issue.record("\($0)") }
  }

  @Test(
    "are stored with the settings that they were fitted by, also while all are being fitted anew",
    .timeLimit(.minutes(15)))
  func settings() async throws {
    let store = openStore()
    let file = try directory.write(beginning(rows: 50, of: 90, columns: 40), to: "features.npy")
    let session = await LiveSession([directory.path], store: store)
    _ = await session.result(of: file, rows: 50)
    try append(dump(rows: 90, columns: 40), to: file)
    _ = await session.result(of: file, rows: 90)
    let range = try #require(FitRange(first: 4, last: 30))
    let settings = FitSettings(range: range)
    // Unless the engine was faster, and has stored it by the former ones.
    await session.engine.verify(file.dump, beginningWith: settings)
    await session.engine.subjects[file.dump]?.task?.value
    #expect(await session.engine.keptByteCount == 0)
    let source = try #require(await session.engine.subjects[file.dump]?.analysed)
    for fit in [FitSettings(), settings] {
      let stored = store.record(of: source, await session.engine.configuration.parameters(fit: fit))
      if let stored { #expect(stored.summary.fit?.range.first == fit.range.first) }
    }
  }

  @Test(
    "keep no more moments than the memory limit allows, and their results are right all the same",
    .timeLimit(.minutes(15)))
  func memory() async throws {
    let (rows, columns, count) = (220, 200, 12)
    let bytes = (0..<count).map { beginning(rows: rows, of: 300, columns: columns, seed: $0) }
    let files = try bytes.enumerated().map { try directory.write($1, to: FilePath("run_\($0)/features.npy")) }
    var configuration = AnalysisEngine.Configuration(workerCount: 1)
    configuration.isLive = true
    let kept = 8 * columns * columns
    configuration.memoryLimit = GrowingMoments.byteCount(sampleCount: 300, featureCount: columns) + 2 * kept
    let session = await LiveSession([directory.path], configuration: configuration)
    await session.wait { $0 == .idle }
    #expect(session.updates.count { $0.isFinished } == count)
    let taken = await session.engine.keptByteCount
    #expect(taken <= configuration.memoryLimit)
    // All at once, with and without moments at hand.
    for (seed, file) in files.enumerated() {
      try append(dump(rows: 300, columns: columns, seed: seed), to: file)
    }
    var alphas: [FilePath: Double] = [:]
    while alphas.count < count {
      let update = await session.wait { $0.isFinished }
      guard case .finished(let record) = update, record.shape?.sampleCount == 300 else { continue }
      alphas[record.dump.path] = record.alpha
    }
    let expected = await Session.run([directory.path])
    for file in files {
      let (a, b) = (try #require(alphas[file]), try #require(expected.record(of: file)?.alpha))
      #expect(abs(a / b - 1) < 1e-9)
    }
  }

  @Test(
    "Shards that nobody is seen to write are stored at once, and have their intervals before all is idle",
    .timeLimit(.minutes(15)))
  func shards() async throws {
    let store = openStore()
    let files = try (0..<2).map { try directory.write(dump(rows: 60, seed: $0), to: FilePath("run/img_emb_\($0).npy")) }
    let id = directory.path.appending("run/img_emb_*.npy")
    let session = await LiveSession([directory.path], store: store, computesUncertainty: true)
    await session.wait { $0 == .idle }
    #expect(session.updates.contains { if case .refined(let record) = $0 { record.id == id } else { false } })
    let source = SourceIdentity(files: try files.map { try FileIdentity(path: $0) })
    let parameters = await session.engine.configuration.parameters
    #expect(store.record(of: source, parameters, withIntervals: true)?.uncertainty != nil)
    #expect(await session.engine.keptByteCount == 0)
    #expect(store.partialMoments(of: source, .float64)?.rowCount == 120, "for the next shard")
  }

  @Test(
    "Where changes are polled, the state of a file stands for its bytes only when it has been left alone",
    .timeLimit(.minutes(15)))
  func polling() async throws {
    let store = openStore()
    let names: [(FilePath, Double)] = [("new.npy", 0), ("ageing.npy", 598), ("old.npy", 3600)]
    let files = try names.enumerated().map { seed, file in
      let path = try directory.write(dump(seed: seed), to: file.0)
      try setAge(of: path, to: file.1)
      return path
    }
    let session = await LiveSession([directory.path], store: store, polls: true)
    await session.wait { $0 == .idle }
    let sources = try files.map { SourceIdentity(try FileIdentity(path: $0)) }
    #expect(store.fingerprint(of: sources[0]) == nil)
    #expect(store.fingerprint(of: sources[2]) != nil)
    for file in files { #expect(await session.engine.spectra(of: file.dump) != nil) }
    // Whatever the engine does, it says at its end that it is idle again.
    while store.fingerprint(of: sources[1]) == nil { await session.wait { $0 == .idle } }
    #expect(store.fingerprint(of: sources[0]) == nil)
  }
}

extension AnalysisEngine {
  /// Bytes of the moments that wait for rows.
  fileprivate var keptByteCount: Int { subjects.values.reduce(0) { $0 + ($1.growing?.byteCount ?? 0) } }

  /// Has a dump verified when all have got other settings, and none has been fitted by them.
  fileprivate func verify(_ dump: Dump.ID, beginningWith settings: FitSettings) {
    self.settings = settings
    guard let source = subjects[dump]?.analysed else { return }
    settle(dump, source)
    startWork()
  }
}
