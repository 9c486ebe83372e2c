import GRDB
import NumericalTesting
import StoreExamples
import Testing

@testable import AnalysisStore

@Suite("A process killed while it stores")
struct KillTests {
  @Test("The store opens, is whole, and says nothing wrong, wherever the process was")
  func killed() async throws {
    let directory = try StoreDirectory()
    var generator = SeededGenerator(seed: 1)
    for round in 0..<12 {
      let child = try StoreChild(directory, first: 0, count: 0)
      // Before the file is there, while it is made, and later.
      child.stored(round < 3 ? 0 : Int.random(in: 1...60, using: &generator))
      child.kill()
      await child.end()
      #expect(child.errors.isEmpty, "\(child.errors)")
    }
    let session = StoreSession(directory.location)
    for seed in 0..<50 as Range<UInt64> {
      let example = StoreExample(seed: seed, hasParts: seed % 5 == 0)
      _ = try session.checks(example)
      let moments = session.store.partialMoments(of: example.source, .float64)
      #expect(moments == nil || moments == example.moments)
    }
    #expect(session.problems.isEmpty)
    #expect(session.store.info()?.recordCount ?? 0 > 0)
    session.store.close()
    let queue = try DatabaseQueue(path: directory.file.string)
    let integrity = try await queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(integrity == "ok")
    let strays = try await queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").count }
    #expect(strays == 0)
  }
}
