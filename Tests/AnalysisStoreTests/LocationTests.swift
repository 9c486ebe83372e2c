import Foundation
import StoreExamples
import SystemPackage
import Testing

@testable import AnalysisStore

@Suite("Where the store is")
struct LocationTests {
  @Test("The directory is made for this user alone, and those above it")
  func permissions() throws {
    let directory = try StoreDirectory()
    directory.fill(0..<1)
    for path in [directory.file.removingLastComponent(), directory.path.appending("cache")] {
      #expect(try Stat(path).permissions == .ownerReadWriteExecute)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path.string) == ["cache"])
    // The log goes with the last who uses it.
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.file.removingLastComponent().string)
    #expect(files == ["results.sqlite"])
  }

  @Test("What was stored is there after a restart")
  func restart() throws {
    let directory = try StoreDirectory()
    directory.fill(0..<5, hasParts: true)
    let session = StoreSession(directory.location)
    for seed in 0..<5 as Range<UInt64> { #expect(session.knows(StoreExample(seed: seed, hasParts: true)) == true) }
    #expect(session.store.file == directory.file && session.problems.isEmpty)
  }

  @Test("A temporary store remembers, and is nowhere")
  func temporary() {
    let session = StoreSession(.temporary)
    StoreExample(seed: 1).save(in: session.store)
    #expect(session.knows(StoreExample(seed: 1)) == true)
    #expect(session.store.file == nil && session.store.info()?.byteCount == 0)
    #expect(StoreSession(.temporary).knows(StoreExample(seed: 1)) == false)
  }

  @Test("A closed store finds and stores nothing")
  func closed() throws {
    let session = StoreSession(.temporary)
    session.store.close()
    session.store.close()
    StoreExample(seed: 1).save(in: session.store)
    #expect(session.knows(StoreExample(seed: 1)) == false && session.store.info() == nil && session.problems.isEmpty)
  }

  @Test("Names that a URI or a shell would take for something else")
  func names() throws {
    let directory = try StoreDirectory()
    let location = StoreLocation.directory(directory.path.appending("a?b=c&d #%41'\"ü"))
    let session = StoreSession(location)
    StoreExample(seed: 1).save(in: session.store)
    session.store.close()
    #expect(StoreSession(location).knows(StoreExample(seed: 1)) == true)
    #expect(FileManager.default.fileExists(atPath: try #require(location.file).string))
  }

  @Test("A directory, or a name that is no text, in the place of the file is done without, with one line")
  func impossible() throws {
    let directory = try StoreDirectory()
    try FileManager.default.createDirectory(atPath: directory.file.string, withIntermediateDirectories: true)
    let name = [CChar](arrayLiteral: 0x2f, 0x74, 0x6d, 0x70, 0x2f, -1, 0).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { FilePath(platformString: $0) } ?? ""
    }
    for location in [directory.location, .directory(name), .directory("/dev/null/eigentop")] {
      let session = StoreSession(location)
      #expect(session.problems.count == 1 && session.store.file == nil)
      StoreExample(seed: 1).save(in: session.store)
      #expect(session.knows(StoreExample(seed: 1)) == true)
    }
  }
}
