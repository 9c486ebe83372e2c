import Analysis
import FileFixtures
import Glibc
import SystemPackage
import Testing

@testable import AnalysisEngine

@Suite("What the engine finds on disk")
struct DiscoveryTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("A damaged file costs one failure and nothing else")
  func damaged() async throws {
    try directory.write(dump(), to: "a/sound.npy")
    let truncated = try directory.write(dump().dropLast(7), to: "b/truncated.npy")
    let garbage = try directory.write(
      npy("{garbage"), to: "c.npy")
    let empty = try directory.write([], to: "d/empty.npy")
    let oneRow = try directory.write(npy("|i1", [1, 3], [1, 2, 3]), to: "e.npy")
    try directory.write(dump(seed: 1), to: "f/sound.npy")
    let session = await Session.run([directory.path])
    let failures = session.finished.filter { $0.failure != nil }
    #expect(Set(failures.map(\.dump.path)) == [truncated, garbage, empty, oneRow])
    #expect(session.record(of: truncated)?.failure?.code == .truncated)
    #expect(session.record(of: garbage)?.failure?.code == .badHeader)
    #expect(session.record(of: oneRow)?.failure?.code == .oneRow)
    #expect(session.queued.count == 2)
    #expect(session.finished.count == 6)
    #expect(failures.allSatisfy { $0.summary == nil })
  }

  /// A file that is no dump by its own account.
  struct OtherFile: CustomTestStringConvertible {
    let name: FilePath
    let bytes: [UInt8]
    /// What comes of it when it is named: a failure's code, or nil for a result.
    let code: AnalysisFailure.Code?
    var testDescription: String { name.string }
  }

  static let otherFiles = [
    OtherFile(name: "labels.npy", bytes: npy("<i8", [4], [UInt8](repeating: 1, count: 32)), code: .tooFewAxes),
    OtherFile(name: "feats_labels.npy", bytes: dump(), code: nil),
    OtherFile(name: "feats_view_a.npy", bytes: dump(), code: nil),
    OtherFile(name: "views.npy", bytes: npy("|i1", [6, 2, 2], Array(0..<24)), code: nil),
    OtherFile(name: "losses.npy", bytes: npy("<f8", [3], [UInt8](repeating: 0, count: 24)), code: .tooFewAxes),
    OtherFile(name: "names.npy", bytes: npy("<U2", [2, 2], [UInt8](repeating: 0, count: 32)), code: .unsupportedType),
    OtherFile(name: "objects.npy", bytes: npy("|O", [2, 2], Array("pickle".utf8)), code: .unsupportedType),
  ]

  @Test("Labels, views, vectors and what is not numbers are passed over below a directory", arguments: otherFiles)
  func passedOver(file: OtherFile) async throws {
    try directory.write(file.bytes, to: file.name)
    let session = await Session.run([directory.path])
    #expect(session.updates.suffix(2) == [.discovered, .idle] && session.finished.isEmpty)
    // What has a role is no matter; of what has none it is said that it was passed over.
    let hasRole = file.name.string.contains("label") || file.name.string.contains("view")
    #expect(session.problems.count == (hasRole ? 0 : 1))
    #expect(session.problems.allSatisfy { $0.contains("\(file.name): passed over: ") })
  }

  @Test("Whatever is named gets a record", arguments: otherFiles)
  func named(file: OtherFile) async throws {
    let path = try directory.write(file.bytes, to: file.name)
    let session = await Session.run([path])
    #expect(session.finished.map(\.dump.path) == [path])
    #expect(session.finished.first?.failure?.code == file.code)
    #expect((session.finished.first?.summary != nil) == (file.code == nil))
  }

  @Test("A path that leads nowhere gets a failure")
  func missing() async {
    let nowhere = directory.path.appending("nowhere")
    let session = await Session.run([nowhere, directory.path])
    #expect(session.finished.map(\.dump.path) == [nowhere])
    #expect(session.finished.first?.failure?.code == .unreadable)
    #expect(session.updates.suffix(2) == [.discovered, .idle])
  }

  @Test("A directory that may not be read gets a failure")
  func forbidden() async throws {
    let closed = try directory.write(dump(), to: "closed/x.npy").removingLastComponent()
    #expect(closed.withPlatformString { chmod($0, 0) } == 0)
    defer { _ = closed.withPlatformString { chmod($0, 0o700) } }
    let session = await Session.run([closed], configuration: .init(workerCount: 1), obeysPermissions: true)
    #expect(session.finished.map(\.failure?.code) == [.unreadable])
  }

  @Test("The same file under two arguments is one dump")
  func twice() async throws {
    let file = try directory.write(dump(), to: "x.npy")
    let session = await Session.run([directory.path, file, directory.path])
    #expect(session.queued.map(\.dump.path) == [file])
    #expect(session.finished.map(\.dump.path) == [file])
    let broken = try directory.write([1, 2, 3], to: "y.npy")
    #expect(await Session.run([broken, broken]).finished.map(\.dump.path) == [broken])
  }

  @Test("A record says what the run's files say: settings, seed, and the metrics of its checkpoint")
  func surroundings() async throws {
    try directory.write("epoch,step,test_acc\n1,10,50\n2,20,60.5\n3,30,70\n", to: "lr_0.1/metrics.csv")
    try directory.write("pdim: 64\nseed: 7\n", to: "lr_0.1/hparams.yaml")
    let second = try directory.write(dump(), to: "lr_0.1/feats_epoch_2.npy")
    let last = try directory.write(dump(), to: "lr_0.1/feats_epoch_9.npy")
    let session = await Session.run([directory.path])
    let record = try #require(session.record(of: second))
    #expect(record.dump.run == "lr_0.1")
    #expect(record.dump.checkpoint == Checkpoint(epoch: 2))
    #expect(record.dump.hyperparameters == ["lr": .number(0.1), "pdim": .number(64)])
    #expect(record.dump.seed == 7)
    #expect(record.dump.metrics == ["test_acc": Metric(value: 60.5, join: .checkpoint)])
    #expect(!record.warnings.map(\.code).contains(.metricOfLaterCheckpoint))
    let later = try #require(session.record(of: last))
    #expect(later.dump.metrics == ["test_acc": Metric(value: 70, join: .carried)])
    #expect(later.warnings.map(\.code).contains(.metricOfLaterCheckpoint))
    // Known before anything is computed, too.
    #expect(session.queued.map(\.dump) == [record.dump, later.dump])
  }

  @Test("A problem in a run's files is told, and its dumps are analysed all the same")
  func problem() async throws {
    try directory.write("lr: [1,\n", to: "run/hparams.yaml")
    let file = try directory.write(dump(), to: "run/feats.npy")
    let session = await Session.run([directory.path])
    #expect(session.problems.count == 1)
    #expect(session.problems.first?.hasPrefix("\(directory.path.appending("run/hparams.yaml")):") == true)
    #expect(session.record(of: file)?.summary != nil)
  }
}
