import CPermissions
import FileFixtures
import Glibc
import RunCatalog
import SystemPackage
import Testing

private let methods: [SurveyOptions] = [.prompt, .polling]

@Suite("Surveying roots")
struct RootTests {
  @Test("A root that is not there is waited for, however much of the way to it is missing", arguments: methods)
  func missing(options: SurveyOptions) throws {
    let tree = try SurveyedTree(roots: ["far/away/run"], options: options)
    let events = tree.rest()
    #expect(events.contains(.waiting(root: tree.root)) && events.last == .surveyed)
    try tree.directory.makeDirectory("far")
    #expect(tree.rest() == [])
    try tree.directory.write("x", to: "far/away/other.npy")
    #expect(tree.rest() == [])
    try tree.directory.write("x", to: "far/away/run/a.npy")
    #expect(tree.changes(tree.rest()) == ["found far/away/run/a.npy"])
    try tree.directory.write("x", to: "far/away/run/b.npy")
    #expect(tree.changes(tree.rest()) == ["found far/away/run/b.npy"])
  }

  @Test("A root that is removed and made again is surveyed again", arguments: methods)
  func removed(options: SurveyOptions) throws {
    let tree = try SurveyedTree(roots: ["far/run"], options: options)
    try tree.directory.write("x", to: "far/run/a.npy")
    tree.rest()
    for name in ["far/run", "far"] {
      try tree.directory.remove(FilePath(name))
      #expect(tree.rest() == [.vanished(tree.path("far/run/a.npy")), .waiting(root: tree.root)])
      try tree.directory.write("x", to: "far/run/a.npy")
      #expect(tree.changes(tree.rest()) == ["found far/run/a.npy"])
    }
    try tree.directory.remove("far")
    try tree.directory.write("x", to: "far/run/b.npy")
    tree.rest()
    #expect(Set(tree.files.keys) == [tree.path("far/run/b.npy")])
  }

  @Test("A directory above the root that is moved takes the root away", arguments: methods)
  func moved(options: SurveyOptions) throws {
    let tree = try SurveyedTree(roots: ["far/away/run"], options: options)
    try tree.directory.write("x", to: "far/away/run/a.npy")
    tree.rest()
    try tree.directory.rename("far", to: "gone")
    #expect(tree.rest() == [.vanished(tree.path("far/away/run/a.npy")), .waiting(root: tree.root)])
    try tree.directory.append(to: "gone/away/run/a.npy")
    #expect(tree.rest() == [])
    try tree.directory.rename("gone", to: "far")
    #expect(tree.changes(tree.rest()) == ["found far/away/run/a.npy"])
  }

  @Test(
    "A file as root is surveyed whatever its name, with what describes it and nothing else beside it",
    arguments: methods)
  func file(options: SurveyOptions) throws {
    let tree = try SurveyedTree(roots: ["run/dump.bin"], options: options)
    #expect(tree.rest().contains(.waiting(root: tree.root)))
    try tree.directory.write("x", to: "run/other.npy")
    try tree.directory.write("x", to: "run/sub/other.npy")
    #expect(tree.rest() == [])
    try tree.directory.write("x", to: "run/dump.bin")
    #expect(tree.changes(tree.rest()) == ["found run/dump.bin"])
    try tree.directory.append(to: "run/dump.bin")
    #expect(tree.changes(tree.rest()) == ["changed run/dump.bin"])
    try tree.directory.append(to: "run/other.npy")
    #expect(tree.rest() == [])
    try tree.directory.write("x", to: "run/hparams.yaml")
    #expect(tree.rest().count == 1)
    try tree.directory.rename("run/other.npy", to: "run/dump.bin")
    #expect(tree.changes(tree.rest()) == ["changed run/dump.bin"])
    try tree.directory.remove("run/dump.bin")
    let events = tree.rest()
    #expect(tree.changes(events) == ["vanished run/dump.bin"] && events.contains(.waiting(root: tree.root)))
    try tree.directory.write("x", to: "run/dump.bin/a.npy")
    #expect(tree.changes(tree.rest()) == ["found run/dump.bin/a.npy"])
  }

  @Test("Several roots are surveyed each by itself, and one that is named twice once")
  func several() throws {
    let directory = try TemporaryDirectory()
    for name in ["1/a.npy", "2/b.npy"] { try directory.write("x", to: FilePath(name)) }
    let roots = ["1", "2", "1", "2/b.npy"].map { directory.path.pushing(FilePath($0)) }
    var surveyor = Surveyor(roots: roots, options: SurveyOptions(isLive: false), control: try SurveyControl())
    var found: [[FilePath]] = []
    while let events = surveyor.next() {
      for case .found(let state) in events { found.append([state.root, state.path]) }
    }
    let a = roots[0].appending("a.npy")
    #expect(found == [[roots[0], a], [roots[1], roots[3]], [roots[3], roots[3]]])
  }

  @Test("A root that is neither directory nor file is a problem, until it is one", arguments: methods)
  func unusable(options: SurveyOptions) throws {
    let tree = try SurveyedTree(roots: ["pipe"], options: options)
    try #require(tree.root.withPlatformString { mkfifo($0, 0o600) } == 0)
    let problem = CatalogProblem(path: tree.root, reason: "neither a directory nor a regular file")
    #expect(tree.rest().contains(.problem(problem)))
    #expect(tree.rest() == [])
    try tree.directory.remove("pipe")
    try tree.directory.write("x", to: "pipe/a.npy")
    #expect(tree.changes(tree.rest()) == ["found pipe/a.npy"])
  }

  @Test("A root that may not be read is a problem, until it may", arguments: methods)
  func unreadable(options: SurveyOptions) throws {
    eigentop_obey_permissions(true)
    defer { eigentop_obey_permissions(false) }
    let tree = try SurveyedTree(roots: ["run"], options: options)
    try tree.directory.write("x", to: "run/a.npy")
    _ = tree.root.withPlatformString { chmod($0, 0) }
    defer { _ = tree.root.withPlatformString { chmod($0, 0o700) } }
    #expect(tree.rest().contains(.problem(CatalogProblem(path: tree.root, reason: "Permission denied"))))
    _ = tree.root.withPlatformString { chmod($0, 0o700) }
    #expect(tree.changes(tree.rest()) == ["found run/a.npy"])
  }

  @Test(
    "A root that a link leads to is surveyed where the link leads now", arguments: methods,
    [["latest"], ["latest", "current"], ["far/latest"]] as [[FilePath]])
  func link(options: SurveyOptions, links: [FilePath]) throws {
    let directory = try TemporaryDirectory()
    for name in ["1/run/a.npy", "1/run/b.npy", "2/run/a.npy", "far/x"] { try directory.write("x", to: FilePath(name)) }
    /// Has the last of the links lead to another directory, as `ln -sfn` does, and those before it to the next.
    func lead(to target: String) throws {
      let last = try #require(links.last)
      try directory.link("new", to: directory.path.appending(target).string)
      try directory.rename("new", to: last)
    }
    try lead(to: "1")
    for (name, next) in zip(links, links.dropFirst()) { try directory.link(name, to: next.string) }
    let first = try #require(links.first)
    for below in ["", "run"] {
      let root = first.appending(FilePath(below).components)
      let tree = try SurveyedTree(directory, roots: [root], options: options)
      tree.rest()
      let run = below.isEmpty ? root.appending("run") : root
      #expect(Set(tree.files.keys) == [tree.path(run.appending("a.npy")), tree.path(run.appending("b.npy"))])
      try lead(to: "2")
      #expect(tree.changes(tree.rest()).sorted() == ["changed \(run)/a.npy", "vanished \(run)/b.npy"])
      #expect(tree.files == tree.present())
      try directory.append(to: "2/run/a.npy")
      #expect(tree.changes(tree.rest()) == ["changed \(run)/a.npy"])
      try lead(to: "nowhere")
      #expect(tree.changes(tree.rest()) == ["vanished \(run)/a.npy"])
      try directory.write("x", to: "nowhere/run/c.npy")
      #expect(tree.changes(tree.rest()) == ["found \(run)/c.npy"])
      try directory.remove("nowhere")
      try lead(to: "1")
      tree.rest()
    }
  }

  @Test(
    "What was written below a root while it could not be read is found when it can",
    arguments: methods)
  func unreadableForAWhile(options: SurveyOptions) throws {
    eigentop_obey_permissions(true)
    defer { eigentop_obey_permissions(false) }
    let tree = try SurveyedTree(roots: ["run"], options: options)
    try tree.directory.write("x", to: "run/a.npy")
    tree.rest()
    // What is written goes by another path, as it does for another user.
    try tree.directory.write("x", to: "b.npy")
    for mode: mode_t in [0o300, 0] {
      _ = tree.root.withPlatformString { chmod($0, mode) }
      defer { _ = tree.root.withPlatformString { chmod($0, 0o700) } }
      if mode == 0o300 { try tree.directory.rename("b.npy", to: "run/b.npy") }
      #expect(tree.rest().contains(.problem(CatalogProblem(path: tree.root, reason: "Permission denied"))))
      _ = tree.root.withPlatformString { chmod($0, 0o700) }
      tree.rest()
      #expect(Set(tree.files.keys) == [tree.path("run/a.npy"), tree.path("run/b.npy")])
    }
  }
}
