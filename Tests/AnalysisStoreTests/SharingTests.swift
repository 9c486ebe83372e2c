import Foundation
import GRDB
import StoreExamples
import SystemPackage
import Testing

@testable import AnalysisStore

@Suite("A store shared by several processes")
struct SharingTests {
  private let directory: StoreDirectory
  init() throws { directory = try StoreDirectory() }

  @Test("Two that are open see what the other stores")
  func two() {
    let (a, b) = (StoreSession(directory.location), StoreSession(directory.location))
    for seed in 0..<20 as Range<UInt64> { StoreExample(seed: seed).save(in: seed % 2 == 0 ? a.store : b.store) }
    for seed in 0..<20 as Range<UInt64> {
      #expect(a.knows(StoreExample(seed: seed)) == true)
      #expect(b.knows(StoreExample(seed: seed)) == true)
    }
    #expect(a.problems.isEmpty && b.problems.isEmpty)
  }

  @Test("Processes that start and write at once lose nothing and complain of nothing")
  func processes() async throws {
    let children = try (0..<4).map { try StoreChild(directory, first: 100 * $0, count: 60) }
    for child in children {
      await child.end()
      #expect(child.status == 0 && child.errors.isEmpty, "\(child.errors)")
    }
    let session = StoreSession(directory.location)
    for seed in 0..<400 as Range<UInt64> where seed % 100 < 60 {
      #expect(session.knows(StoreExample(seed: seed, hasParts: seed % 5 == 0)) == true)
    }
  }

  @Test("Threads share a store")
  func threads() async {
    let session = StoreSession(directory.location)
    await withTaskGroup(of: Void.self) { group in
      for thread in 0..<8 as Range<UInt64> {
        group.addTask {
          for seed in 10 * thread..<10 * thread + 10 { StoreExample(seed: seed).save(in: session.store) }
        }
      }
    }
    for seed in 0..<80 as Range<UInt64> { #expect(session.knows(StoreExample(seed: seed)) == true) }
  }

  @Test("While another process keeps it locked nothing is stored, with one line; afterwards it is")
  func locked() throws {
    let example = StoreExample(seed: 1)
    let session = StoreSession(directory.location, patience: 0.01)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: directory.file.string, configuration: configuration)
    try other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    example.save(in: session.store)
    example.save(in: session.store)
    #expect(session.knows(example) == false)
    #expect(session.problems.count == 1 && session.problems.first?.contains("locked") == true)
    try other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    example.save(in: session.store)
    #expect(session.knows(example) == true && session.problems.count == 1)
  }

  @Test("Cleared by another process, it goes on empty")
  func cleared() {
    let (before, after) = (StoreExample(seed: 1), StoreExample(seed: 2))
    let session = StoreSession(directory.location)
    before.save(in: session.store)
    #expect(AnalysisStore.clear(directory.location))
    #expect(session.knows(before) == false)
    after.save(in: session.store)
    #expect(session.knows(after) == true)
    #expect(StoreSession(directory.location).knows(after) == true)
    #expect(session.problems.isEmpty)
  }

  @Test("Deleted while it is open, it goes on, and the next one starts anew")
  func deleted() throws {
    let session = StoreSession(directory.location)
    StoreExample(seed: 1).save(in: session.store)
    try FileManager.default.removeItem(atPath: directory.file.removingLastComponent().string)
    StoreExample(seed: 2).save(in: session.store)
    #expect(session.knows(StoreExample(seed: 1)) == true)
    let next = StoreSession(directory.location)
    #expect(next.knows(StoreExample(seed: 1)) == false)
    StoreExample(seed: 3).save(in: next.store)
    session.store.close()
    StoreExample(seed: 4).save(in: next.store)
    next.store.close()
    let last = StoreSession(directory.location)
    #expect(last.knows(StoreExample(seed: 3)) == true && last.knows(StoreExample(seed: 4)) == true)
    #expect(session.problems.isEmpty && next.problems.isEmpty && last.problems.isEmpty)
  }
}
