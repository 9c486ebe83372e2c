import Foundation
import NumericalTesting
import SystemPackage
import TensorFiles
import Testing

@testable import RunCatalog

@Suite("Pacing a survey")
struct PacingTests {
  /// Longer than any test takes.
  private static let long = SurveyOptions(holdOff: .seconds(3600))

  @Test("With nothing to do it sleeps until it is woken: there is no instant at which it would wake by itself")
  func idle() throws {
    let tree = try SurveyedTree()
    try tree.directory.write("x", to: "run/a.npy")
    tree.rest()
    try tree.directory.append(to: "run/a.npy")
    tree.rest()
    #expect(tree.nextInstant == nil)
    // Another thread ends a sleep without a deadline.
    let control = tree.control
    DispatchQueue.global().async { control.wake() }
    #expect(tree.next(until: nil) == [])
    DispatchQueue.global().async { control.stop() }
    #expect(tree.next(until: nil) == nil)
    #expect(tree.next(until: nil) == nil)
  }

  @Test("A file that was told of is left alone, and so is the kernel's queue, however often it is written to")
  func growing() throws {
    let tree = try SurveyedTree(options: Self.long)
    try tree.directory.write("x", to: "a.npy")
    tree.rest()
    try tree.directory.append(to: "a.npy")
    #expect(tree.next() == [])
    let wakeUp = try #require(tree.nextInstant)
    #expect(wakeUp > .now + .seconds(1800))
    for _ in 0..<1000 { try tree.directory.append(to: "a.npy") }
    #expect(tree.next() == [])
    #expect(tree.nextInstant == wakeUp)
  }

  @Test(
    "The last change of a growing file is told in the end",
    arguments: [SurveyOptions(), .init(method: .polling, pollingPause: .milliseconds(10) ... .milliseconds(20))])
  func lastChange(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    let file = try tree.directory.write("x", to: "a.npy")
    try tree.wait { $0 == .surveyed }
    for _ in 0..<50 {
      try tree.directory.append(to: "a.npy")
      tree.next()
    }
    let last = try FileIdentity(path: file)
    try tree.wait { _ in tree.files[file] == last }
    #expect(tree.told.count < 50)
  }

  @Test(
    "The caller can have the changes of a file kept quiet, and end that; that it vanished is told at once",
    arguments: [SurveyOptions.prompt, .polling])
  func holdOff(options: SurveyOptions) throws {
    let tree = try SurveyedTree(options: options)
    for name in ["a.npy", "b.npy"] { try tree.directory.write("x", to: FilePath(name)) }
    tree.rest()
    for name in ["a.npy", "b.npy", "unknown.npy"] {
      tree.control.holdOff(tree.path(FilePath(name)), until: .now + .seconds(3600))
    }
    try tree.directory.append(to: "a.npy")
    try tree.directory.append(to: "b.npy")
    try tree.directory.write("x", to: "c.npy")
    #expect(tree.changes(tree.rest()) == ["found c.npy"])
    try tree.directory.remove("b.npy")
    #expect(tree.changes(tree.rest()) == ["vanished b.npy"])
    tree.control.holdOff(tree.path("a.npy"), until: .now)
    #expect(tree.changes(tree.rest()) == ["changed a.npy"])
    #expect(tree.rest() == [])
  }

  @Test("The caller is reminded of paths in the order of their instants, the last one asked for, and not before")
  func reminders() throws {
    let tree = try SurveyedTree()
    tree.rest()
    let now = ContinuousClock.now
    tree.control.lookAgain("late", at: now - .seconds(1))
    tree.control.lookAgain("early", at: now - .seconds(2))
    tree.control.lookAgain("never", at: now - .seconds(3))
    tree.control.lookAgain("never", at: now + .seconds(3600))
    #expect(tree.next() == [.due("early"), .due("late")])
    #expect(tree.next() == [])
    #expect(tree.nextInstant == now + .seconds(3600))
    tree.control.lookAgain("soon", at: .now + .milliseconds(1))
    #expect(try tree.wait { $0 == .due("soon") } == [.due("soon")])
  }

  @Test("A deadline that has passed ends the waiting")
  func deadline() throws {
    let tree = try SurveyedTree()
    tree.rest()
    let deadline = ContinuousClock.now + .milliseconds(20)
    #expect(tree.next(until: deadline) == [])
    #expect(ContinuousClock.now >= deadline)
  }
}

@Suite("Agenda")
struct AgendaTests {
  @Test("What is due comes by its last instant, nearest first", arguments: 0..<20)
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var agenda = Agenda()
    var expected: [FilePath: Int] = [:]
    let start = ContinuousClock.now
    for _ in 0..<200 {
      let path = FilePath("\(Int.random(in: 0..<30, using: &random))")
      if Int.random(in: 0..<5, using: &random) == 0 {
        agenda.remove(path)
        expected[path] = nil
      } else {
        let second = Int.random(in: 0..<1000, using: &random)
        agenda.set(path, at: start + .seconds(second))
        expected[path] = second
      }
      #expect(agenda.nearest == expected.values.min().map { start + .seconds($0) })
    }
    let due = 500
    var popped: [Int] = []
    while let path = agenda.popDue(at: start + .seconds(due)) {
      popped.append(expected.removeValue(forKey: path) ?? -1)
    }
    #expect(popped == popped.sorted() && popped.allSatisfy { 0...due ~= $0 })
    #expect(expected.values.allSatisfy { $0 > due })
  }
}
