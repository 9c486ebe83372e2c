import FileFixtures
import Foundation
import NumericalTesting
import SystemPackage
import Testing

@testable import RunCatalog

@Suite("Surveying a busy tree")
struct ScheduleTests {
  @Test(
    "Whatever happens in whatever order, what was told is what is there", arguments: 0..<8,
    [SurveyOptions.prompt, .polling])
  func anySchedule(seed: UInt64, options: SurveyOptions) throws {
    let elsewhere = try TemporaryDirectory()
    for name in ["0/a.npy", "0/1/b.npy", "1/c.npy"] { try elsewhere.write("x", to: FilePath(name)) }
    let tree = try SurveyedTree(options: options)
    var schedule = Schedule(tree.directory, elsewhere: elsewhere, seed: seed)
    for _ in 0..<120 {
      // What cannot be done is not.
      try? schedule.step()
      for _ in 0..<Int.random(in: 0..<3, using: &schedule.random) { tree.next() }
    }
    tree.rest()
    let present = tree.present()
    #expect(tree.files == present)
    #expect(tree.rest() == [])
  }

  @Test("When the kernel's queue overflows, what was told is what is there all the same")
  func overflow() throws {
    let tree = try SurveyedTree()
    for run in 0..<5 { try tree.directory.write("x", to: FilePath("\(run)/a.npy")) }
    tree.rest()
    let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let count = try #require(Int(limit.trimmed))
    // In turn, because the queue holds only one of several notifications that are equal.
    let files = ["3/a.npy", "4/a.npy"].map { tree.path($0).string }
    for number in 0...count { try #require(chmod(files[number % 2], 0o600) == 0) }
    try tree.directory.append(to: "0/a.npy")
    try tree.directory.remove("1")
    try tree.directory.rename("2", to: "new")
    try tree.directory.write("x", to: "3/deep/er/b.npy")
    let changes = [
      "changed 0/a.npy", "vanished 1/a.npy", "vanished 2/a.npy", "found new/a.npy", "found 3/deep/er/b.npy",
      "changed 3/a.npy", "changed 4/a.npy",
    ]
    #expect(tree.changes(tree.rest()).sorted() == changes.sorted())
    #expect(tree.files == tree.present())
    try tree.directory.append(to: "new/a.npy")
    try tree.directory.append(to: "3/deep/er/b.npy")
    #expect(tree.changes(tree.rest()) == ["changed new/a.npy", "changed 3/deep/er/b.npy"])
  }
}

/// Random changes of a tree, some of which come to nothing.
private struct Schedule {
  var random: SeededGenerator
  private let directory: TemporaryDirectory
  private let elsewhere: TemporaryDirectory
  private var count = 0

  init(_ directory: TemporaryDirectory, elsewhere: TemporaryDirectory, seed: UInt64) {
    self.directory = directory
    self.elsewhere = elsewhere
    random = SeededGenerator(seed: seed)
  }

  mutating func step() throws {
    count += 1
    let text = String(repeating: "x", count: count)
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1: try directory.write(text, to: file())
    case 2: try directory.append(text, to: file())
    case 3:
      // An atomic replacement.
      try directory.write(text, to: "new.tmp")
      try directory.rename("new.tmp", to: file())
    case 4: try directory.rename(file(), to: file())
    case 5: try directory.remove(file())
    case 6: try directory.makeDirectory(folder())
    case 7: try directory.rename(folder(), to: folder())
    case 8: try directory.remove(folder())
    default: try link()
    }
  }

  private mutating func link() throws {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: try directory.link(folder(), to: elsewhere.path.appending(name()).string)
    case 1: try directory.link(folder(), to: directory.path.appending(name()).string)
    case 2: try directory.link(file(), to: elsewhere.path.appending("1/c.npy").string)
    default: try elsewhere.append(to: "1/c.npy")
    }
  }

  private mutating func name() -> String { String(Int.random(in: 0..<3, using: &random)) }

  private mutating func folder() -> FilePath {
    var path = FilePath(name())
    for _ in 0..<Int.random(in: 0..<3, using: &random) { path.append(name()) }
    return path
  }

  private mutating func file() -> FilePath {
    let isTop = Int.random(in: 0..<4, using: &random) == 0
    return (isTop ? FilePath() : folder()).appending(["a.npy", "b.npy"].randomElement(using: &random) ?? "a.npy")
  }
}
