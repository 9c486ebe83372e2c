import Analysis
import AnalysisEngine
import FileFixtures
import Glibc
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("A probe that is asked for")
struct ProbingTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// Rows of so many classes, well apart, with their labels beside them.
  private func writeClusters(_ name: FilePath, classes: Int = 3, rows: Int = 300) throws -> FilePath {
    var generator = SeededGenerator(seed: 1)
    let labels = (0..<rows).map { $0 % classes }
    let features = labels.map { label in (0..<4).map { Double((label >> $0) % 2) * 4 + generator.normal() } }
    let file = try directory.write(float64(features), to: name)
    try directory.write(
      npy("<i8", [rows], labels.withUnsafeBytes { Array($0) }), to: name.removingLastComponent().appending("labels.npy")
    )
    return file
  }

  private func wait(for id: Dump.ID, in session: LiveSession) async -> ProbeRecord? {
    let update = await session.wait { if case .probed(id, _) = $0 { true } else { false } }
    guard case .probed(_, let record)? = update else { return nil }
    return record
  }

  @Test("is said to wait, and comes to what a probe of its files comes to", .timeLimit(.minutes(15)))
  func result() async throws {
    let file = try writeClusters("run/features.npy")
    let session = await LiveSession([directory.path])
    _ = await session.result(of: file)
    await session.engine.probe(file.dump)
    let record = try #require(await wait(for: file.dump, in: session))
    #expect(record == (try DumpProbe.run(features: [file])) && record.result != nil)
    #expect(session.updates.contains(.probing(file.dump, nil)))
    // Once more: it is done anew.
    await session.engine.probe(file.dump)
    #expect(await wait(for: file.dump, in: session) == record)
  }

  @Test("says which file is to blame where it cannot be done", .timeLimit(.minutes(15)))
  func failure() async throws {
    let file = try directory.write(dump(rows: 60, columns: 8), to: "run/features.npy")
    let session = await LiveSession([directory.path])
    _ = await session.result(of: file)
    await session.engine.probe(file.dump)
    let failure = try #require(await wait(for: file.dump, in: session)?.failure)
    #expect(failure.code == .noLabels && failure.message.hasPrefix("\(file): no labels, targets or"))
  }

  @Test("is refused where another file has taken the place of the one that was analysed", .timeLimit(.minutes(15)))
  func replaced() async throws {
    let file = try writeClusters("run/features.npy")
    try setAge(of: file, to: 86_400)
    let (probes, told) = AsyncStream.makeStream(of: ProbeRecord?.self)
    // Nobody watches, so nobody says that it has changed.
    let session = await Session.run([directory.path]) { update in
      if case .probed(_, let record) = update { told.yield(record) }
    }
    let other = try writeClusters("run/others.npy")
    #expect(rename(other.string, file.string) == 0)
    await session.engine.probe(file.dump)
    var iterator = probes.makeAsyncIterator()
    #expect(try #require(await iterator.next() ?? nil).failure?.code == .changed)
  }

  @Test("is forgotten, and that is said, when its dump changes or goes", .timeLimit(.minutes(15)))
  func forgotten() async throws {
    let file = try writeClusters("run/features.npy")
    let session = await LiveSession([directory.path])
    _ = await session.result(of: file)
    await session.engine.probe(file.dump)
    #expect(await wait(for: file.dump, in: session)?.result != nil)
    try directory.write(dump(rows: 300, columns: 4), to: "run/features.npy")
    #expect(await wait(for: file.dump, in: session) == nil)
    // And is another one after that.
    _ = await session.result(of: file)
    await session.engine.probe(file.dump)
    #expect(await wait(for: file.dump, in: session)?.result != nil)
  }

  @Test("takes all the memory there is for more classes than usual", .timeLimit(.minutes(15)))
  func manyClasses() async throws {
    let file = try writeClusters("run/features.npy", classes: 1_200, rows: 3_600)
    let session = await LiveSession([directory.path])
    _ = await session.result(of: file)
    await session.engine.probe(file.dump)
    let record = try #require(await wait(for: file.dump, in: session))
    #expect(record.result?.classCount == 1_200, "\(String(describing: record.failure))")
  }
}
