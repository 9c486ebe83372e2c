import FileFixtures
import Glibc
import SystemPackage
import TensorFiles
import Testing

@testable import RunCatalog

/// Notifications and polling have to tell the same.
private let methods: [SurveyOptions] = [.prompt, .polling]

@Suite("Surveying files")
struct FileChangeTests {
  @Test("What is there at the start is found, and that this was all is told once", arguments: methods)
  func start(options: SurveyOptions) throws {
    let directory = try TemporaryDirectory()
    for name in ["b.npy", "a/2.npy", "a/10.npy", "c.txt"] { try directory.write("x", to: FilePath(name)) }
    let tree = try SurveyedTree(directory, options: options)
    let events = tree.rest()
    #expect(tree.changes(events) == ["found b.npy", "found a/2.npy", "found a/10.npy"])
    #expect(events.last == .surveyed)
    #expect(tree.rest() == [])
  }

  @Test("Created, appended to, replaced, moved and deleted: each is told once", arguments: methods)
  func life(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    tree.rest()
    try tree.directory.write("x", to: "a.npy")
    #expect(tree.changes(tree.rest()) == ["found a.npy"])
    try tree.directory.append(to: "a.npy")
    #expect(tree.changes(tree.rest()) == ["changed a.npy"])
    try tree.directory.write("other", to: "unfinished")
    try tree.directory.rename("unfinished", to: "a.npy")
    #expect(tree.changes(tree.rest()) == ["changed a.npy"])
    try tree.directory.rename("a.npy", to: "b.npy")
    #expect(Set(tree.changes(tree.rest())) == ["vanished a.npy", "found b.npy"])
    try tree.directory.remove("b.npy")
    #expect(tree.changes(tree.rest()) == ["vanished b.npy"])
    #expect(tree.rest() == [])
  }

  @Test("What is written through another hard link is noticed by the clock, as long as it is asked to look")
  func otherName() throws {
    let elsewhere = try TemporaryDirectory()
    let other = try elsewhere.write("x", to: "other")
    let tree = try SurveyedTree()
    let file = tree.path("a.npy")
    try #require(link(other.string, file.string) == 0)
    tree.rest()
    try elsewhere.append(to: "other")
    #expect(tree.rest() == [])
    tree.control.lookByClock(file)
    try tree.wait { if case .changed = $0 { true } else { false } }
    try elsewhere.append(to: "other")
    try tree.wait { if case .changed = $0 { true } else { false } }
    tree.control.leaveToNotifications(file)
    tree.rest()
    #expect(tree.nextInstant == nil)
    try elsewhere.append(to: "other")
    #expect(tree.rest() == [])
  }

  @Test("Looks by the clock come at pauses that double, up to the longest")
  func clockPauses() {
    var looks = ClockLooks(pauses: .seconds(3) ... .seconds(10))
    var now = ContinuousClock.now
    looks.begin("a.npy", now: now)
    for pause in [3, 6, 10, 10] {
      now += .seconds(pause)
      #expect(looks.nearest == now && looks.popDue(at: now - .nanoseconds(1)) == nil)
      #expect(looks.popDue(at: now) == "a.npy")
    }
    looks.begin("a.npy", now: now)
    #expect(looks.nearest == now + .seconds(3))
    looks.end("a.npy")
    #expect(looks.nearest == nil && looks.popDue(at: now + .seconds(60)) == nil)
  }

  @Test("A writer that sets the time of its last writing back is noticed", arguments: methods)
  func timeSetBack(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    let file = try tree.directory.write("1234", to: "a.npy")
    tree.rest()
    let before = try FileIdentity(path: file)
    try tree.directory.write("5678", to: "a.npy")
    var times = [
      timespec(tv_sec: before.modificationSeconds, tv_nsec: before.modificationNanoseconds),
      timespec(tv_sec: before.modificationSeconds, tv_nsec: before.modificationNanoseconds),
    ]
    try #require(file.withPlatformString { utimensat(AT_FDCWD, $0, &times, 0) } == 0)
    let after = try FileIdentity(path: file)
    #expect(after.modificationNanoseconds == before.modificationNanoseconds && after.byteCount == before.byteCount)
    #expect(tree.changes(tree.rest()) == ["changed a.npy"])
  }

  @Test("A writer that closes a file without changing its state is noticed, who reads it not")
  func closing() throws {
    let tree = try SurveyedTree()
    let file = try tree.directory.write("x", to: "a.npy")
    try tree.directory.write("x", to: "metrics.csv")
    tree.rest()
    for name in ["a.npy", "metrics.csv"] as [FilePath] {
      try FileDescriptor.open(tree.path(name), .readWrite).close()
    }
    #expect(tree.rest() == [.closed(file)])
    try FileDescriptor.open(file, .readOnly).close()
    #expect(tree.rest() == [])
    // What is written is told of as such.
    try tree.directory.append(to: "a.npy")
    #expect(tree.changes(tree.rest()) == ["changed a.npy"])
    #expect(tree.rest() == [])
  }

  @Test("A file's state is its own: the root, its identity, and the bytes that are set aside for it")
  func state() throws {
    let tree = try SurveyedTree()
    let file = try tree.directory.write("x", to: "sub/hole.npy")
    try #require(file.withPlatformString { truncate($0, 1 << 30) } == 0)
    let states = tree.rest().compactMap { if case .found(let state) = $0 { state } else { nil } }
    let state = try #require(states.first)
    #expect(state.root == tree.root && state.path == file)
    #expect(state.identity.byteCount == 1 << 30)
    #expect(state.allocatedByteCount > 0 && state.allocatedByteCount < 1 << 20)
  }

  @Test("Hidden and temporary names are passed over, and a rename onto the final one is found", arguments: methods)
  func temporaryNames(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    for name in [".a.npy", "a.npy.tmp", "a.npy.part", "a.tmp.npy", "a.part.npy", ".git/a.npy", "a.npz"] {
      try tree.directory.write("x", to: FilePath(name))
    }
    #expect(tree.changes(tree.rest()) == [])
    for name in ["a.tmp.npy", "a.npy.tmp", ".a.npy"] {
      try tree.directory.rename(FilePath(name), to: "a.npy")
      #expect(tree.changes(tree.rest()) == [name == "a.tmp.npy" ? "found a.npy" : "changed a.npy"])
    }
  }

  @Test(
    "What describes dumps is told when it appears, changes and vanishes, before the dumps beside it", arguments: methods
  )
  func contexts(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    try tree.directory.write("x", to: "run/a.npy")
    let names = ["metrics.csv", "hparams.yaml", "config.yaml", "heartbeat", "rank0.heartbeat"]
    for name in names { try tree.directory.write("x", to: FilePath("run").appending(name)) }
    try tree.directory.write("x", to: "run/notes.yaml")
    let run = tree.path("run")
    let events = tree.rest()
    let contexts = try names.map { name in
      SurveyEvent.contextChanged(
        directory: run, file: run.appending(name), identity: try FileIdentity(path: run.appending(name)))
    }
    #expect(Set(events).isSuperset(of: contexts))
    #expect(events.filter { if case .contextChanged = $0 { true } else { false } }.count == names.count)
    #expect(tree.changes([events.dropLast().last].compactMap(\.self)) == ["found run/a.npy"])

    try tree.directory.append(to: "run/metrics.csv")
    let log = run.appending("metrics.csv")
    let identity = try FileIdentity(path: log)
    #expect(tree.rest() == [.contextChanged(directory: run, file: log, identity: identity)])
    try tree.directory.remove("run/metrics.csv")
    #expect(tree.rest() == [.contextChanged(directory: run, file: log, identity: nil)])
  }

  @Test("What is written to a file behind a link is noticed, and so is another file in its place", arguments: methods)
  func links(options: SurveyOptions) throws {
    let elsewhere = try TemporaryDirectory()
    try elsewhere.write("x", to: "target.npy")
    let tree = try SurveyedTree(options: options)
    try tree.directory.link("a.npy", to: elsewhere.path.appending("target.npy").string)
    #expect(tree.changes(tree.rest()) == ["found a.npy"])
    try elsewhere.append(to: "target.npy")
    #expect(tree.changes(tree.rest()) == ["changed a.npy"])
    try elsewhere.write("other", to: "new")
    try elsewhere.rename("new", to: "target.npy")
    #expect(tree.changes(tree.rest()) == ["changed a.npy"])
    try elsewhere.append(to: "target.npy")
    #expect(tree.changes(tree.rest()) == ["changed a.npy"])
    try elsewhere.remove("target.npy")
    #expect(tree.changes(tree.rest()) == ["vanished a.npy"])
  }

  @Test("Neither pipes nor links to nothing are files", arguments: methods)
  func others(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    try tree.directory.link("dangling.npy", to: "nowhere")
    try #require(tree.path("pipe.npy").withPlatformString { mkfifo($0, 0o600) } == 0)
    try tree.directory.makeDirectory("directory.npy")
    #expect(tree.changes(tree.rest()) == [])
  }

  @Test("A survey that is not live tells what is there and ends, and one of nothing says so")
  func notLive() throws {
    let directory = try TemporaryDirectory()
    try directory.write("x", to: "run/a.npy")
    let tree = try SurveyedTree(directory, roots: ["run", "missing"], options: SurveyOptions(isLive: false))
    let events = tree.rest()
    #expect(tree.changes(events) == ["found run/a.npy"])
    let problem = CatalogProblem(path: directory.path.appending("missing"), reason: "No such file or directory")
    #expect(Set(events.dropFirst()) == [.problem(problem), .surveyed])
    #expect(tree.next() == nil)
    #expect(tree.next() == nil)
  }

  @Test("Surveying changes nothing in the tree", arguments: methods)
  func untouched(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    try tree.directory.write("x", to: "run/a.npy")
    try tree.directory.write("x", to: "run/metrics.csv")
    // But for the time of the last reading, which the system notes.
    let state = {
      try [tree.root, tree.path("run"), tree.path("run/a.npy"), tree.path("run/metrics.csv")].map { path in
        let status = try path.stat()
        return [status.st_mtim, status.st_ctim].map { [$0.tv_sec, $0.tv_nsec] } + [[Int(status.linkCount)]]
      }
    }
    let before = try state()
    tree.rest()
    let after = try state()
    #expect(before == after)
  }
}
