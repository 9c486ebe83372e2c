import Analysis
import AnalysisEngine
import AnalysisStore
import FileFixtures
import Foundation
import NumericalTesting
import Spectra
import SystemPackage
import Testing

@Suite("A live engine")
struct LiveTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// Features with a decaying spectrum, the same rows however many of them are taken.
  private func rows(_ count: Int, columns: Int = 24, seed: UInt64 = 1) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      (1...columns).map { Double.random(in: -1...1, using: &generator) / Double($0).squareRoot() }
    }
  }

  /// The beginning of a file that promises so many rows.
  private func written(_ count: Int, of promised: [[Double]]) -> [UInt8] {
    let all = float64(promised)
    return Array(all.prefix(all.count - (promised.count - count) * 8 * promised[0].count))
  }

  private func expectEqual(_ record: AnalysisRecord?, _ rows: [[Double]]) async throws {
    let scratch = try TemporaryDirectory()
    let whole = await Session.run([try scratch.write(float64(rows), to: "x.npy")]).finished.first
    let (a, b) = (try #require(record?.alpha), try #require(whole?.alpha))
    #expect(abs(a / b - 1) < 1e-9)
    let (c, d) = (try #require(record?.summary), try #require(whole?.summary))
    #expect(abs(c.totalVariance / d.totalVariance - 1) < 1e-9)
    let (e, f) = (try #require(c.ranks), try #require(d.ranks))
    #expect(abs(e.effectiveRank / f.effectiveRank - 1) < 1e-9)
  }

  @Test(
    "completes a dump whose rows come through another name: a hard link, or a nameless file that was given one",
    .timeLimit(.minutes(15)), arguments: [false, true])
  func otherName(isNameless: Bool) async throws {
    let all = rows(90)
    let elsewhere = try TemporaryDirectory()
    try directory.write([], to: "run/beside.txt")
    let file = directory.path.appending("run/features_epoch_1.npy")
    let begun = Array(written(18, of: all))
    var descriptor: CInt
    if isNameless {
      // O_TMPFILE, a macro that Swift does not import.
      let tmpfile = 0o20_000_000 | O_DIRECTORY
      descriptor = open(directory.path.appending("run").string, tmpfile | O_RDWR, 0o600)
      // Not every file system has nameless files.
      if descriptor < 0, errno == EOPNOTSUPP { return }
      try #require(descriptor >= 0)
      try FileDescriptor(rawValue: descriptor).writeAll(begun)
      try #require(linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, file.string, AT_SYMLINK_FOLLOW) == 0)
    } else {
      let other = try elsewhere.write(begun, to: "other")
      try #require(link(other.string, file.string) == 0)
      descriptor = open(other.string, O_WRONLY | O_APPEND)
      try #require(descriptor >= 0)
    }
    defer { close(descriptor) }
    let session = await LiveSession([directory.path])
    #expect(await session.result(of: file, rows: 18)?.percentWritten == 20)
    try FileDescriptor(rawValue: descriptor).writeAll(written(90, of: all).dropFirst(begun.count))
    try await expectEqual(await session.result(of: file, rows: 90), all)
  }

  @Test(
    "follows a dump that is being written: its complete rows, then more, N < D before N > D, then all",
    .timeLimit(.minutes(15)))
  func growing() async throws {
    let all = rows(90)
    let file = try directory.write(written(18, of: all), to: "run/features_epoch_1.npy")
    let session = await LiveSession([directory.path])
    let first = await session.result(of: file, rows: 18)
    #expect(first?.percentWritten == 20)
    #expect(first?.warnings.contains { $0.code == .incomplete && $0.message == "20 % written: 18 of 90 rows" } == true)
    try await expectEqual(first, Array(all.prefix(18)))
    for count in [20, 21, 60, 90] {
      let handle = try FileHandle(forWritingTo: URL(filePath: file.string))
      try handle.seekToEnd()
      let bytes = written(count, of: all)
      try handle.write(contentsOf: bytes.dropFirst(try Int(handle.offset())))
      try handle.close()
      try await expectEqual(await session.result(of: file, rows: count), Array(all.prefix(count)))
    }
  }

  @Test(
    "sees through a file that is written anew between the same ends, once it has settled", .timeLimit(.minutes(15)))
  func rewritten() async throws {
    let old = rows(60)
    let file = try directory.write(written(50, of: old), to: "features.npy")
    let session = await LiveSession([directory.path])
    _ = await session.result(of: file, rows: 50)
    // Rows in the middle become others, and as many come as were promised.
    let new = Array(old.prefix(20)) + rows(10, seed: 2) + Array(old.suffix(30))
    let handle = try FileHandle(forWritingTo: URL(filePath: file.string))
    try handle.write(contentsOf: float64(new))
    try handle.close()
    // Maybe once mixed with the old ones, but not in the end.
    let scratch = try TemporaryDirectory()
    let alpha = try #require(await Session.run([try scratch.write(float64(new), to: "x.npy")]).finished.first?.alpha)
    let update = await session.wait { update in
      guard case .finished(let record) = update, let found = record.alpha else { return false }
      return record.shape?.sampleCount == 60 && abs(found / alpha - 1) < 1e-9
    }
    #expect(update != nil)
  }

  @Test("takes shards for one dump, and a new one for more rows of it", .timeLimit(.minutes(15)))
  func shards() async throws {
    let all = rows(80)
    for (index, part) in [all[..<30], all[30..<50]].enumerated() {
      try directory.write(float64(Array(part)), to: FilePath("run/img_emb_\(index).npy"))
    }
    let dump = directory.path.appending("run/img_emb_*.npy")
    let session = await LiveSession([directory.path])
    try await expectEqual(await session.result(of: dump, rows: 50), Array(all.prefix(50)))
    try directory.write(float64(Array(all[50...])), to: "run/img_emb_2.npy")
    try await expectEqual(await session.result(of: dump, rows: 80), all)
  }

  @Test("tells how far it has come with shards, the rows before a new one counted in", .timeLimit(.minutes(15)))
  func progress() async throws {
    let id = directory.path.appending("img_emb_*.npy")
    for number in 0..<2 {
      try directory.write(dump(rows: 1100, columns: 4, seed: number), to: FilePath("img_emb_\(number).npy"))
    }
    let session = await LiveSession([directory.path])
    _ = await session.result(of: id, rows: 2200)
    var told = session.updates.compactMap { if case .progressed(id, let rows, _) = $0 { rows } else { nil } }
    #expect(told.first == 0 && told.last == 2200 && told.count > 3)
    #expect(told == told.sorted())
    let before = session.updates.count
    try directory.write(dump(rows: 1100, columns: 4, seed: 2), to: "img_emb_2.npy")
    _ = await session.result(of: id, rows: 3300)
    told = session.updates[before...].compactMap { if case .progressed(id, let rows, _) = $0 { rows } else { nil } }
    #expect(told.last == 3300 && told.count > 1)
  }

  @Test(
    "sees what was written through a mapping, which need not change the state of a file, when it is closed",
    .timeLimit(.minutes(15)))
  func mapped() async throws {
    let cache = try TemporaryDirectory()
    let file = try directory.write(float64(rows(40)), to: "features.npy")
    let mapping = try WritableMapping(of: file)
    // From now on the pages are known to be written to, and the system does not look at them again.
    mapping.write(float64(rows(40)))
    let store = AnalysisStore(.directory(cache.path), sizeLimit: 1 << 30) { Issue.record("\($0)") }
    let session = await LiveSession([directory.path], store: store)
    try await expectEqual(await session.result(of: file), rows(40))
    await session.wait { $0 == .idle }
    mapping.write(float64(rows(40, seed: 2)))
    mapping.close()
    try await expectEqual(await session.result(of: file), rows(40, seed: 2))
    await session.engine.cancel()
    let later = await LiveSession([directory.path], store: store)
    try await expectEqual(await later.result(of: file), rows(40, seed: 2))
  }

  @Test(
    "takes rows for lost that have not come for ten minutes, or columns", .timeLimit(.minutes(15)),
    arguments: [false, true])
  func overdue(isFortranOrder: Bool) async throws {
    let data = dump(rows: 30, columns: 8).suffix(30 * 8)
    let file = try directory.write(npy("|i1", [60, 8], data, isFortranOrder: isFortranOrder), to: "run/features.npy")
    try setAge(of: file, to: isFortranOrder ? 598 : 594)
    let session = await LiveSession([directory.path])
    await session.wait { update in
      if case .finished(let record) = update { record.failure?.code == .truncated } else { false }
    }
    #expect(session.updates.last?.dump == file)
  }

  @Test("tells what the surroundings say of a file that cannot be read, too", .timeLimit(.minutes(15)))
  func surroundingsOfFailure() async throws {
    let file = try directory.write(npy("|i1", [60, 8], [1, 2, 3]), to: "run/features.npy")
    try setAge(of: file, to: 3600)
    let session = await LiveSession([directory.path])
    #expect(await session.result(of: file)?.failure?.code == .truncated)
    try directory.write("lr: 0.5\n", to: "run/hparams.yaml")
    let update = await session.wait { if case .described = $0 { true } else { false } }
    guard case .described(let dump) = update else { return }
    #expect(dump.id == file && dump.hyperparameters["lr"] == .number(0.5))
  }

  @Test("takes back what it said of a directory that could not be read", .timeLimit(.minutes(15)))
  func recovered() async throws {
    let root = directory.path.appending("run")
    try #require(mkfifo(root.string, 0o600) == 0)
    let session = await LiveSession([root])
    #expect(await session.result(of: root)?.failure?.code == .unreadable)
    try FileManager.default.removeItem(atPath: root.string)
    let file = try directory.write(float64(rows(40)), to: "run/features.npy")
    await session.wait { $0 == .vanished(root.dump) }
    try await expectEqual(await session.result(of: file), rows(40))
  }

  @Test(
    "tells of dumps that come, are replaced and go, by notifications and by polling", .timeLimit(.minutes(15)),
    arguments: [false, true])
  func comingAndGoing(polls: Bool) async throws {
    let session = await LiveSession([directory.path], polls: polls)
    await session.wait { $0 == .idle }
    let file = try directory.write(float64(rows(40)), to: "new/run/x.npy")
    try await expectEqual(await session.result(of: file), rows(40))
    let other = try directory.write(float64(rows(50, seed: 9)), to: ".hidden.npy")
    #expect(rename(other.string, file.string) == 0)
    try await expectEqual(await session.result(of: file, rows: 50), rows(50, seed: 9))
    try FileManager.default.removeItem(atPath: directory.path.appending("new").string)
    #expect(await session.wait { $0 == .vanished(file.dump) } != nil)
    #expect(await session.engine.spectra(of: file.dump) == nil)
  }

  @Test("joins metrics that are logged after the dump, and hears the heartbeat", .timeLimit(.minutes(15)))
  func surroundings() async throws {
    let file = try directory.write(float64(rows(40)), to: "run/epoch_1.npy")
    let session = await LiveSession([directory.path])
    #expect(await session.result(of: file)?.dump.metrics == [:])
    try directory.write("epoch,test_acc\n1,75.5\n", to: "run/metrics.csv")
    let update = await session.wait { if case .described = $0 { true } else { false } }
    guard case .described(let dump) = update else { return }
    #expect(dump.metrics["test_acc"]?.value == 75.5)
    try directory.write(#"{"state": "finished"}"#, to: "run/heartbeat")
    await session.wait { if case .run(_, .finished, _) = $0 { true } else { false } }
  }

  @Test(
    "A configuration that appears far above dumps, or goes again, is heard by all of them", .timeLimit(.minutes(15)))
  func configurationAbove() async throws {
    let files = try (0..<2).map {
      try directory.write(float64(rows(40)), to: FilePath("sweep/run_\($0)/x/epoch_1.npy"))
    }
    // Beside the dumps, not above them.
    try directory.write("lr: 5\n", to: "elsewhere/config.yaml")
    let session = await LiveSession([directory.path])
    await session.wait { $0 == .idle }
    func rates() async -> [Dump.ID: HyperparameterValue?] {
      var rates: [Dump.ID: HyperparameterValue?] = [:]
      await session.wait { update in
        if case .described(let dump) = update { rates[dump.id] = dump.hyperparameters["lr"] }
        return rates.count == files.count
      }
      return rates
    }
    let config = try directory.write("lr: 0.5\n", to: "sweep/config.yaml")
    #expect(await rates() == [files[0].dump: .number(0.5), files[1].dump: .number(0.5)])
    try FileManager.default.removeItem(atPath: config.string)
    #expect(await rates() == [files[0].dump: nil, files[1].dump: nil])
  }

  @Test("remembers: a second start opens no dump, and says the same, intervals included", .timeLimit(.minutes(15)))
  func remembering() async throws {
    let files = try (0..<3).map { try directory.write(float64(rows(60 + $0)), to: FilePath("run/epoch_\($0).npy")) }
    let cache = try TemporaryDirectory()
    func records() async -> [AnalysisRecord] {
      let store = AnalysisStore(.directory(cache.path), sizeLimit: 1 << 30) { Issue.record("\($0)") }
      defer { store.close() }
      let session = await LiveSession([directory.path], store: store, computesUncertainty: true)
      await session.wait { $0 == .idle }
      var last: [Dump.ID: AnalysisRecord] = [:]
      for case .finished(let record) in session.updates { last[record.id] = record }
      for case .refined(let record) in session.updates { last[record.id] = record }
      #expect(await session.engine.spectra(of: files[0].dump)?.replicates != nil)
      await session.engine.cancel()
      return files.compactMap { last[$0.dump] }
    }
    let first = await records()
    #expect(first.count == 3 && first.allSatisfy { $0.uncertainty != nil })
    let openings = try Openings(of: files)
    #expect(await records() == first)
    #expect(openings.count == 0)
    _ = try Data(contentsOf: URL(filePath: files[0].string))
    #expect(openings.count > 0, "an opening is seen")
  }
}
