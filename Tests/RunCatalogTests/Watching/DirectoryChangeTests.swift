import CPermissions
import FileFixtures
import Glibc
import SystemPackage
import Testing

@testable import RunCatalog

private let methods: [SurveyOptions] = [.prompt, .polling]

@Suite("Surveying directories")
struct DirectoryChangeTests {
  @Test("Directories created, moved in, renamed, moved out and removed", arguments: methods)
  func life(options: SurveyOptions) throws {
    let outside = try TemporaryDirectory()
    try outside.write("x", to: "in/deep/b.npy")
    let tree = try SurveyedTree(options: options)
    tree.rest()
    try tree.directory.write("x", to: "run/epoch_1/a.npy")
    #expect(tree.changes(tree.rest()) == ["found run/epoch_1/a.npy"])
    try tree.directory.write("x", to: "run/epoch_1/late.npy")
    #expect(tree.changes(tree.rest()) == ["found run/epoch_1/late.npy"])

    try tree.directory.rename("run/epoch_1", to: "run/epoch_2")
    #expect(
      Set(tree.changes(tree.rest())) == [
        "vanished run/epoch_1/a.npy", "vanished run/epoch_1/late.npy", "found run/epoch_2/a.npy",
        "found run/epoch_2/late.npy",
      ])
    try tree.directory.append(to: "run/epoch_2/a.npy")
    #expect(tree.changes(tree.rest()) == ["changed run/epoch_2/a.npy"])

    let incoming = outside.path.appending("in")
    let moved = incoming.withPlatformString { old in tree.path("run/in").withPlatformString { rename(old, $0) } }
    try #require(moved == 0)
    #expect(tree.changes(tree.rest()) == ["found run/in/deep/b.npy"])
    let left = tree.path("run/in").withPlatformString { old in incoming.withPlatformString { rename(old, $0) } }
    try #require(left == 0)
    #expect(tree.changes(tree.rest()) == ["vanished run/in/deep/b.npy"])
    try outside.append(to: "in/deep/b.npy")
    #expect(tree.rest() == [])

    try tree.directory.remove("run/epoch_2")
    #expect(Set(tree.changes(tree.rest())) == ["vanished run/epoch_2/a.npy", "vanished run/epoch_2/late.npy"])
  }

  @Test("A directory in the place of another is another, down to the last level", arguments: methods)
  func replaced(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    try tree.directory.write("x", to: "run/deep/er/a.npy")
    try tree.directory.write("x", to: "new/deep/er/b.npy")
    tree.rest()
    try tree.directory.rename("run", to: "old")
    try tree.directory.rename("new", to: "run")
    tree.rest()
    #expect(Set(tree.files.keys) == [tree.path("old/deep/er/a.npy"), tree.path("run/deep/er/b.npy")])
    try tree.directory.write("x", to: "run/deep/er/c.npy")
    #expect(tree.changes(tree.rest()) == ["found run/deep/er/c.npy"])
    try tree.directory.remove("run")
    try tree.directory.write("x", to: "run/deep/er/d.npy")
    tree.rest()
    #expect(tree.files == tree.present())
    try tree.directory.write("x", to: "run/deep/er/e.npy")
    #expect(tree.changes(tree.rest()) == ["found run/deep/er/e.npy"])
  }

  @Test("Every directory is surveyed once, by its own name if it has one, and loops of links end", arguments: methods)
  func loops(options: SurveyOptions) throws {
    let elsewhere = try TemporaryDirectory()
    try elsewhere.write("x", to: "run/far.npy")
    let tree = try SurveyedTree(options: options)
    try tree.directory.write("x", to: "run/a.npy")
    try tree.directory.link("a_link", to: "run")
    try tree.directory.link("run/up", to: "..")
    try tree.directory.link("run/ring", to: "ring")
    try tree.directory.link("far", to: elsewhere.path.appending("run").string)
    #expect(tree.changes(tree.rest()) == ["found run/a.npy", "found far/far.npy"])
    try tree.directory.append(to: "a_link/a.npy")
    #expect(tree.changes(tree.rest()) == ["changed run/a.npy"])
    try elsewhere.write("x", to: "run/late.npy")
    #expect(tree.changes(tree.rest()) == ["found far/late.npy"])

    try tree.directory.link("close", to: elsewhere.path.appending("run").string)
    tree.rest()
    #expect(tree.files == tree.present())
    try tree.directory.remove("close")
    tree.rest()
    #expect(tree.files == tree.present())
    try tree.directory.remove("far")
    tree.rest()
    #expect(Set(tree.files.keys) == [tree.path("run/a.npy")])
  }

  @Test("A link that leads elsewhere now shows what is there", arguments: methods)
  func relinked(options: SurveyOptions) throws {
    let elsewhere = try TemporaryDirectory()
    try elsewhere.write("x", to: "1/a.npy")
    try elsewhere.write("x", to: "2/b.npy")
    let tree = try SurveyedTree(options: options)
    try tree.directory.link("latest", to: elsewhere.path.appending("1").string)
    tree.rest()
    try tree.directory.link("new", to: elsewhere.path.appending("2").string)
    try tree.directory.rename("new", to: "latest")
    tree.rest()
    #expect(Set(tree.files.keys) == [tree.path("latest/b.npy")])
  }

  @Test("What is found is told directory by directory, and nothing of it waits for the rest")
  func portions() throws {
    let directory = try TemporaryDirectory()
    for run in 0..<40 {
      for file in 0..<10 { try directory.write("", to: FilePath("\(run)/\(file).npy")) }
    }
    let tree = try SurveyedTree(directory)
    var portions: [Int] = []
    while !tree.told.contains(.surveyed), let events = tree.next() { portions.append(tree.changes(events).count) }
    #expect(tree.files.count == 400)
    #expect(portions.filter { $0 == 10 }.count == 40)
    #expect(portions.max() == 10)
  }

  @Test("Nothing that happens during the first walk is missed", arguments: methods)
  func duringWalk(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    for run in 0..<10 { try tree.directory.write("x", to: FilePath("\(run)/a.npy")) }
    while tree.files.count < 5 { tree.next() }
    try tree.directory.append(to: "0/a.npy")
    try tree.directory.write("x", to: "0/new/b.npy")
    try tree.directory.remove("1")
    try tree.directory.rename("2", to: "99")
    try tree.directory.rename("9", to: "00")
    tree.rest()
    #expect(tree.files == tree.present())
  }

  @Test("A path too long for the system is a problem, told once, and the walk goes on", arguments: methods)
  func tooLong(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    // Built from the inside of each directory, because the whole path cannot be named.
    let component = String(repeating: "d", count: 250)
    var level = try FileDescriptor.open(tree.root, .readOnly, options: .directory)
    for _ in 0..<20 {
      try #require(mkdirat(level.rawValue, component, 0o755) == 0)
      let next = openat(level.rawValue, component, O_RDONLY | O_DIRECTORY)
      try level.close()
      level = FileDescriptor(rawValue: next)
    }
    try level.close()
    try tree.directory.write("x", to: "z.npy")
    let reasons = (tree.rest() + tree.rest()).compactMap {
      if case .problem(let problem) = $0 { problem.reason } else { nil }
    }
    #expect(reasons == ["File name too long"])
    #expect(Set(tree.files.keys) == [tree.path("z.npy")])
  }

  @Test(
    "An unreadable directory is a problem, told once, until it can be read",
    arguments: methods)
  func unreadable(options: SurveyOptions) throws {
    eigentop_obey_permissions(true)
    defer { eigentop_obey_permissions(false) }
    let tree = try SurveyedTree(options: options)
    try tree.directory.write("x", to: "closed/a.npy")
    let closed = tree.path("closed")
    _ = closed.withPlatformString { chmod($0, 0) }
    defer { _ = closed.withPlatformString { chmod($0, 0o700) } }
    let problem = SurveyEvent.problem(CatalogProblem(path: closed, reason: "Permission denied"))
    #expect(tree.rest().contains(problem))
    #expect(tree.rest() == [])
    _ = closed.withPlatformString { chmod($0, 0o700) }
    #expect(tree.changes(tree.rest()) == ["found closed/a.npy"])
  }
}
