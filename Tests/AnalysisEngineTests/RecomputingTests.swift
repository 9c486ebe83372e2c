import Analysis
import AnalysisEngine
import AnalysisStore
import FileFixtures
import Foundation
import Spectra
import SystemPackage
import TensorFiles
import Testing

@Suite("Computing a dump anew")
struct RecomputingTests {
  private let directory: TemporaryDirectory
  private let cache: TemporaryDirectory
  private let file: FilePath

  init() throws {
    directory = try TemporaryDirectory()
    cache = try TemporaryDirectory()
    file = try directory.write(dump(rows: 90, columns: 60), to: "run/features.npy")
    // Nobody has written to it for long.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -86_400)], ofItemAtPath: file.string)
  }

  private func openStore() -> AnalysisStore {
    AnalysisStore(.directory(cache.path), sizeLimit: 1 << 30) { Issue.record("\($0)") }
  }

  @Test(
    "What is stored of it is forgotten, in every respect, and the right numbers take its place",
    .timeLimit(.minutes(15))
  )
  func tampered() async throws {
    let expected = try #require(await Session.run([directory.path], computesUncertainty: true).refined.first)
    let store = openStore()
    _ = await LiveSession([directory.path], store: store, computesUncertainty: true).wait { $0 == .idle }
    // Other numbers under its name, with intervals and without.
    let source = SourceIdentity(try FileIdentity(path: file))
    let fingerprint = try #require(store.fingerprint(of: source))
    let parameters = AnalysisParameters(fit: FitSettings(), precision: .float64)
    let other = try directory.write(dump(rows: 90, columns: 60, seed: 9), to: "other/features.npy")
    let wrong = await Session.run([other], computesUncertainty: true)
    let wrongSpectra = try #require(await wrong.engine.spectra(of: other.dump))
    for record in wrong.finished + wrong.refined {
      store.save(record, wrongSpectra, of: source, fingerprint, parameters)
    }

    let session = await LiveSession([file], store: store, computesUncertainty: true)
    await session.wait { $0 == .idle }
    let known = try #require(session.updates.compactMap(\.result).last)
    #expect(known.summary == wrong.refined.first?.summary, "it believes what is stored")
    await session.engine.recompute(file.dump)
    await session.wait { $0.isQueued }
    let right = try #require(await session.result(of: file))
    #expect(right.summary == expected.summary && right.uncertainty == nil)
    await session.wait { $0 == .idle }
    #expect(session.updates.compactMap(\.result).last?.uncertainty == expected.uncertainty)
    let spectra = await session.engine.spectra(of: file.dump)
    #expect(spectra?.spectrum != wrongSpectra.spectrum && spectra?.replicates != wrongSpectra.replicates)
    // At the next start, too.
    let next = await LiveSession([file], store: store, computesUncertainty: true)
    await next.wait { $0 == .idle }
    #expect(!next.updates.contains { $0.isQueued })
    #expect(next.updates.compactMap(\.result).last?.summary == expected.summary)
    #expect(next.updates.compactMap(\.result).last?.uncertainty == expected.uncertainty)
  }

  @Test("Asked for while it is computed, it begins anew and ends once with the same numbers", .timeLimit(.minutes(15)))
  func underWay() async throws {
    let large = try directory.write(dump(rows: 4000, columns: 60), to: "run/large.npy")
    let expected = try #require(await Session.run([large]).finished.first)
    let session = await LiveSession([large])
    await session.wait { $0.isProgress(of: large) }
    for _ in 0..<3 { await session.engine.recompute(large.dump) }
    await session.wait { $0 == .idle }
    #expect(session.updates.compactMap(\.result).last?.summary == expected.summary)
  }

  @Test("A file that could not be read is looked into again", .timeLimit(.minutes(15)), arguments: [false, true])
  func failed(isYoung: Bool) async throws {
    let torn = try directory.write("no dump", to: "torn/features.npy")
    let age = isYoung ? 5.0 : 86_400
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: torn.string)
    let session = await LiveSession([directory.path])
    await session.wait { $0 == .idle }
    #expect(session.updates.compactMap(\.result).contains { $0.id == torn && $0.failure != nil })
    await session.engine.recompute(torn.dump)
    #expect(await session.result(of: torn)?.failure != nil)
  }

  @Test("Of what is not there nothing is told")
  func unknown() async {
    let session = await LiveSession([directory.path])
    await session.wait { $0 == .idle }
    let count = session.updates.count
    await session.engine.recompute("elsewhere.npy")
    await session.engine.recompute(file.dump)
    await session.wait { $0 == .idle }
    #expect(session.updates.dropFirst(count).allSatisfy { $0.dump == nil || $0.dump == file })
  }
}

extension EngineUpdate {
  /// What is known of a dump by it.
  fileprivate var result: AnalysisRecord? {
    switch self {
    case .finished(let record), .refitted(let record), .refined(let record): record
    default: nil
    }
  }
}
