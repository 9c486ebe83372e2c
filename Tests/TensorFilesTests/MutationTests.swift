import FileFixtures
import Foundation
import NumericalTesting
import SystemPackage
import Testing

@testable import TensorFiles

struct MutationTests {
  private static let seedCount = 2000

  /// A trap would end the test process; run the seeds one by one to find which.
  @Test func `2000 random mutations of sound dumps are refused or read, in blocks of any size`() throws {
    let directory = try TemporaryDirectory()
    let fixtures = try Self.soundFixtures().map(bytes)
    var readCount = 0
    for seed in 0..<UInt64(Self.seedCount) {
      var generator = SeededGenerator(seed: seed)
      let original = try #require(fixtures.randomElement(using: &generator))
      let mutant = generator.mutant(of: original)
      let path = try directory.file(mutant)
      do {
        let rows = try rows(of: path, blockRows: Int.random(in: 1...12, using: &generator))
        // Every element is at least a byte of the file.
        #expect(rows.joined().count <= mutant.count, "seed \(seed)")
        var reader = try DumpReader(opening: path)
        let column = Int.random(in: 0..<reader.columnCount, using: &generator)
        #expect(try reader.rows(columns: column..<column + 1).count == rows.count, "seed \(seed)")
        readCount += 1
      } catch let error as TensorFileError {
        #expect(error.file == path && !error.message.isEmpty, "seed \(seed)")
      }
    }
    // Both ways have been gone.
    #expect((Self.seedCount / 10..<Self.seedCount).contains(readCount))
  }

  private static func soundFixtures() throws -> [FilePath] {
    let directory = fixture("any").removingLastComponent()
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.string)
    let files = names.filter { $0.hasSuffix(".npy") }.sorted().map { directory.appending($0) }
    return files.filter { refusal(of: $0) == nil }
  }
}

extension SeededGenerator {
  /// Up to three changes, half of them in the header: bytes changed, removed, doubled, words put in, the end cut off.
  fileprivate mutating func mutant(of original: [UInt8]) -> [UInt8] {
    let tokens = ["0", "9", "-", "L", "(", ")", "{", "}", "'", ",", ":", "\\", "\0", "True", "'descr'", "99999999999"]
    var bytes = original
    for _ in 0..<Int.random(in: 1...3, using: &self) {
      let place = Int.random(in: 0...min(bytes.count, Bool.random(using: &self) ? 100 : bytes.count), using: &self)
      let end = min(bytes.count, place + Int.random(in: 0...8, using: &self))
      switch Int.random(in: 0..<8, using: &self) {
      case 0...3:
        bytes.replaceSubrange(place..<min(bytes.count, place + 1), with: [UInt8.random(in: 0...255, using: &self)])
      case 4: bytes.replaceSubrange(place..<end, with: (tokens.randomElement(using: &self) ?? "").utf8)
      case 5: bytes.removeSubrange(place..<end)
      case 6: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &self))
      default: bytes.removeLast(Int.random(in: 0...min(bytes.count, 40), using: &self))
      }
    }
    return bytes
  }
}
