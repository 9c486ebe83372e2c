import GRDB
import NumericalTesting
import StoreExamples
import SystemPackage
import Testing

@testable import AnalysisStore

@Suite("Damaged and foreign files")
struct DamageTests {
  private let directory: StoreDirectory
  private static let examples = (0..<30).map { StoreExample(seed: $0, hasParts: $0 % 10 == 0) }

  private var examples: [StoreExample] { Self.examples }

  init() throws { directory = try StoreDirectory() }

  private func fill() {
    let session = StoreSession(directory.location)
    for example in examples {
      example.save(in: session.store)
      session.store.save(example.moments, of: example.source, .float64)
    }
    session.store.close()
  }

  /// Changes the database behind the store's back.
  private func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: directory.file.string)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// How many examples the store knows; nothing that it says is wrong.
  private func knownCount(_ session: StoreSession) throws -> Int {
    try examples.count { example in
      let moments = session.store.partialMoments(of: example.source, .float64)
      #expect(moments == nil || moments == example.moments)
      return try session.checks(example)
    }
  }

  @Test(
    "A file that is no database is emptied with one line, and used",
    arguments: [
      Array("not a database, by far".utf8), Array(repeating: 0, count: 8192), Array(0...255),
    ] as [[UInt8]])
  func garbage(_ bytes: [UInt8]) throws {
    try directory.write(bytes)
    let session = StoreSession(directory.location)
    #expect(session.problems.count == 1 && session.problems.first?.contains("damaged") == true)
    examples[0].save(in: session.store)
    session.store.close()
    let second = StoreSession(directory.location)
    #expect(second.knows(examples[0]) == true && second.problems.isEmpty)
  }

  @Test("An empty file is a new store")
  func empty() throws {
    try directory.write([])
    fill()
    let session = StoreSession(directory.location)
    #expect(try knownCount(session) == 30)
    #expect(session.problems.isEmpty)
  }

  @Test("A file that ends early says nothing wrong, and is used again", arguments: [1, 5, 20, 60, 95])
  func truncated(_ percent: Int) throws {
    fill()
    let bytes = try directory.read()
    try directory.write(Array(bytes.prefix(bytes.count * percent / 100)))
    let session = StoreSession(directory.location)
    #expect(try knownCount(session) < 30)
    for example in examples { example.save(in: session.store) }
    for example in examples { example.save(in: session.store) }
    #expect(try knownCount(session) == 30)
    #expect(session.problems.count <= 1)
  }

  @Test("Bits that fell over say nothing wrong, anywhere", arguments: 0..<40)
  func flippedBits(_ seed: UInt64) throws {
    fill()
    var generator = SeededGenerator(seed: seed)
    var bytes = try directory.read()
    for _ in 0..<(1 << seed % 8) {
      // Half of them in the first pages, which hold the tables and their keys.
      let range = Bool.random(using: &generator) ? 0..<bytes.count : 0..<min(bytes.count, 40_960)
      bytes[Int.random(in: range, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    }
    try directory.write(bytes)
    let session = StoreSession(directory.location)
    _ = try knownCount(session)
    _ = session.store.info()
    for example in examples { example.save(in: session.store) }
    _ = try knownCount(session)
    #expect(session.problems.count <= 3)
  }

  @Test("A row in another's place is not taken for its own")
  func swapped() throws {
    fill()
    try execute("UPDATE source SET content = content % 30 + 1")
    let session = StoreSession(directory.location)
    #expect(try knownCount(session) == 0)
    session.store.close()
    try execute("DROP INDEX sourceByContent; DELETE FROM source")
    #expect(try knownCount(StoreSession(directory.location)) == 0)
  }

  @Test("Results in another's place are deleted")
  func swappedResults() throws {
    fill()
    try execute("UPDATE record SET bytes = (SELECT bytes FROM record WHERE id = 1) WHERE id > 1")
    let session = StoreSession(directory.location)
    for example in examples.dropFirst() {
      #expect(session.store.record(of: example.source, StoreExample.parameters, withIntervals: true) == nil)
    }
    #expect(session.store.info()?.recordCount == 1)
  }

  @Test(
    "Values of another type are damage",
    arguments: [
      "UPDATE content SET high = 'x', lastUsed = x'00'", "UPDATE record SET checksum = 'x'",
      "UPDATE record SET bytes = 1.5", "UPDATE spectrum SET bytes = 'text'", "UPDATE source SET checksum = x''",
      "UPDATE partialMoments SET rows = 'x', bytes = 3", "UPDATE source SET content = 9223372036854775807",
    ])
  func types(_ sql: String) throws {
    fill()
    try execute("PRAGMA foreign_keys = OFF; \(sql)")
    let session = StoreSession(directory.location)
    _ = try knownCount(session)
    for example in examples { example.save(in: session.store) }
    #expect(try knownCount(session) == 30)
  }

  @Test(
    "A newer version's file and another program's are left alone with one line",
    arguments: ["PRAGMA user_version = 2", "PRAGMA application_id = 17", "PRAGMA user_version = 2; DROP TABLE record"])
  func others(_ sql: String) throws {
    fill()
    try execute(sql)
    let before = try directory.read()
    let session = StoreSession(directory.location)
    #expect(session.problems.count == 1 && session.store.file == nil)
    examples[0].save(in: session.store)
    #expect(session.knows(examples[0]) == true && session.knows(examples[1]) == false)
    session.store.close()
    #expect(try directory.read() == before)
  }

  @Test(
    "An older version's file, or one with other tables, is emptied",
    arguments: [
      "PRAGMA user_version = 0", "DROP TABLE record", "CREATE TABLE more(a)",
      "CREATE TRIGGER more AFTER INSERT ON source BEGIN DELETE FROM content; END",
    ])
  func otherTables(_ sql: String) throws {
    fill()
    try execute(sql)
    let session = StoreSession(directory.location)
    #expect(try knownCount(session) == 0)
    for example in examples { example.save(in: session.store) }
    #expect(try knownCount(session) == 30)
  }

  @Test("Results of another arithmetic are not found")
  func otherVersion() throws {
    fill()
    for table in ResultTable.allCases.map(\.rawValue) + ["partialMoments"] {
      try execute("UPDATE \(table) SET version = version + 1")
    }
    let session = StoreSession(directory.location)
    #expect(try knownCount(session) == 0 && session.problems.isEmpty)
    #expect(session.store.info()?.recordCount == 30)
  }

  @Test("A file that is damaged while it is open is emptied with one line, and used")
  func damagedMeanwhile() throws {
    fill()
    let session = StoreSession(directory.location)
    #expect(session.knows(examples[0]) == true)
    let bytes = try directory.read()
    // The name stays, so does the file.
    let descriptor = try FileDescriptor.open(directory.file, .writeOnly)
    try descriptor.closeAfter { _ = try descriptor.writeAll(bytes.map { ~$0 }) }
    _ = try knownCount(session)
    for example in examples { example.save(in: session.store) }
    for example in examples { example.save(in: session.store) }
    #expect(try knownCount(session) == 30)
    #expect(session.problems.count <= 1)
  }
}
