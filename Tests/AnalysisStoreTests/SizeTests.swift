import Foundation
import GRDB
import StoreExamples
import Synchronization
import Testing

@testable import AnalysisStore

@Suite("The size of the store")
struct SizeTests {
  private let directory: StoreDirectory
  init() throws { directory = try StoreDirectory() }

  /// A clock that the test sets.
  private final class Clock: Sendable {
    let seconds = Mutex(1_800_000_000)
    func advance(hours: Int) { seconds.withLock { $0 += 3600 * hours } }
  }

  private func session(sizeLimit: Int, _ clock: Clock) -> StoreSession {
    StoreSession(directory.location, sizeLimit: sizeLimit, clock: { clock.seconds.withLock { $0 } })
  }

  private func fileSize() throws -> Int { try directory.read().count }

  @Test("What was not used for longest is forgotten, and the file stays below its size")
  func leastRecentlyUsed() throws {
    let clock = Clock()
    let session = session(sizeLimit: 300_000, clock)
    let examples = (0..<60).map { StoreExample(seed: $0, dimension: 1000) }
    for (index, example) in examples.enumerated() {
      // The first is looked at again and again.
      _ = session.knows(examples[0])
      clock.advance(hours: 1)
      example.save(in: session.store)
      let known = examples[...index].map { session.store.fingerprint(of: $0.source) != nil }
      #expect(known[0] && known[index])
      // Those that are known are the last ones.
      let firstKnown = known.dropFirst().firstIndex(of: true) ?? known.endIndex
      #expect(known[firstKnown...].allSatisfy { $0 })
    }
    #expect(session.knows(examples[1]) == false)
    session.store.close()
    #expect(try fileSize() <= 300_000)
    #expect(try fileSize() > 200_000)
    #expect(session.problems.isEmpty)
  }

  @Test("Partial moments that nobody asks for are forgotten, too")
  func partialMoments() throws {
    let clock = Clock()
    let session = session(sizeLimit: 200_000, clock)
    let examples = (0..<100).map { StoreExample(seed: $0) }
    for example in examples {
      session.store.save(example.moments, of: example.source, .float64)
      clock.advance(hours: 1)
    }
    #expect(session.store.partialMoments(of: examples[0].source, .float64) == nil)
    let isKept = session.store.partialMoments(of: examples[99].source, .float64) == examples[99].moments
    #expect(isKept)
    session.store.close()
    #expect(try fileSize() <= 200_000)
  }

  @Test("The use of a content is written when the store is closed, and at most once an hour")
  func uses() throws {
    let clock = Clock()
    let examples = (0..<2).map { StoreExample(seed: $0) }
    let first = session(sizeLimit: 1 << 30, clock)
    for example in examples { example.save(in: first.store) }
    first.store.close()
    let before = try #require(StoreSession(directory.location).store.info())
    #expect(before.oldestUse == 1_800_000_000 && before.newestUse == 1_800_000_000)
    for (hours, newest) in [(0, 1_800_000_000), (5, 1_800_018_000)] {
      clock.advance(hours: hours)
      let session = session(sizeLimit: 1 << 30, clock)
      #expect(session.knows(examples[0]) == true)
      session.store.close()
      let info = try #require(StoreSession(directory.location).store.info())
      #expect(info.oldestUse == 1_800_000_000 && info.newestUse == newest)
    }
  }

  @Test("What another version computed goes first")
  func otherVersions() throws {
    let clock = Clock()
    let examples = (0..<20).map { StoreExample(seed: $0, dimension: 1000) }
    let first = session(sizeLimit: 1 << 30, clock)
    for example in examples.prefix(10) { example.save(in: first.store) }
    first.store.close()
    let queue = try DatabaseQueue(path: directory.file.string)
    try queue.writeWithoutTransaction { database in
      // The latest ones.
      for table in ["record", "spectrum"] {
        try database.execute(sql: "UPDATE \(table) SET version = 0 WHERE content > 5")
      }
    }
    try queue.close()
    clock.advance(hours: 2)
    let size = try fileSize()
    let second = session(sizeLimit: size + 20_000, clock)
    for example in examples[10..<14] { example.save(in: second.store) }
    for example in examples[0..<5] + examples[10..<14] { #expect(second.knows(example) == true) }
    for example in examples[5..<10] { #expect(second.knows(example) == false) }
    #expect(second.store.info()?.recordCount == 9)
  }

  @Test("A result that is larger than the store is not kept, and nothing fails")
  func tooLarge() throws {
    let session = session(sizeLimit: 100_000, Clock())
    let example = StoreExample(seed: 1, dimension: 20_000)
    example.save(in: session.store)
    #expect(session.knows(example) == false && session.problems.isEmpty)
    session.store.close()
    #expect(try fileSize() <= 100_000)
  }
}
