import Foundation
import GRDB
import StoreExamples
import SystemPackage
import Testing

@testable import AnalysisStore

@Suite("Disks that are full or cannot be written to", .enabled(if: MountedDirectory.isPossible, "needs to mount"))
struct DiskTests {
  private static let examples = (0..<400).map { StoreExample(seed: $0, hasParts: $0 % 5 == 0) }
  private var examples: [StoreExample] { Self.examples }

  @Test("A full disk costs one line; what is there stays right, and with room again results are stored again")
  func full() throws {
    let disk = try MountedDirectory(byteCount: 2 << 20)
    let session = StoreSession(disk.location)
    for example in examples { example.save(in: session.store) }
    #expect(session.problems.count == 1 && session.problems.first?.contains("no room") == true)
    let known = try examples.count { try session.checks($0) }
    #expect(known > 0 && known < examples.count)
    session.store.close()
    let second = StoreSession(disk.location)
    #expect(try examples.count { try second.checks($0) } >= known)
  }

  @Test("A disk that was full", arguments: [0, 4096, 20_000, 100_000])
  func fullAtFirst(_ room: Int) throws {
    let disk = try MountedDirectory(byteCount: 16 << 20)
    try disk.fill(leaving: room)
    let session = StoreSession(disk.location)
    for example in examples.prefix(50) { example.save(in: session.store) }
    for example in examples { _ = try session.checks(example) }
    #expect(session.problems.count == 1, "\(session.problems)")
    session.store.close()
    try disk.empty()
    let second = StoreSession(disk.location)
    for example in examples.prefix(50) { example.save(in: second.store) }
    #expect(examples.prefix(50).allSatisfy { second.knows($0) == true })
    #expect(second.problems.isEmpty)
  }

  @Test("No room for the index of its log is no room")
  func fullForTheIndex() {
    #expect(StoreProblem(DatabaseError(resultCode: .SQLITE_IOERR_SHMSIZE)) == .full)
    #expect(StoreProblem(DatabaseError(resultCode: .SQLITE_IOERR_READ)) != .full)
  }

  @Test("A store that cannot be written to can be read; new results cost one line", arguments: [true, false])
  func readOnly(_ hasLog: Bool) throws {
    let origin = try StoreDirectory()
    let writer = StoreSession(origin.location)
    for example in examples.prefix(30) { example.save(in: writer.store) }
    if !hasLog { writer.store.close() }
    let disk = try MountedDirectory(byteCount: 8 << 20)
    try FileManager.default.createDirectory(
      atPath: disk.path.appending("eigentop").string, withIntermediateDirectories: false)
    for name in ["results.sqlite", "results.sqlite-wal"] where name == "results.sqlite" || hasLog {
      try FileManager.default.copyItem(
        atPath: origin.file.removingLastComponent().appending(name).string,
        toPath: disk.path.appending("eigentop").appending(name).string)
    }
    try disk.makeReadOnly()
    let session = StoreSession(disk.location)
    #expect(session.problems.count <= 1)
    let known = examples.prefix(30).count { session.knows($0) == true }
    // A log cannot be read where its index cannot be made.
    #expect(known == (hasLog ? 0 : 30))
    for example in examples { example.save(in: session.store) }
    for example in examples { _ = try session.checks(example) }
    #expect(session.problems.count == 1 && session.problems.first?.contains("cannot be written") == true)
  }

  @Test("Where nothing can be made, results are remembered until the end")
  func nothingThere() throws {
    let disk = try MountedDirectory(byteCount: 1 << 20)
    try disk.makeReadOnly()
    let session = StoreSession(disk.location)
    #expect(session.problems.count == 1 && session.store.file == nil)
    examples[0].save(in: session.store)
    #expect(session.knows(examples[0]) == true)
  }
}
