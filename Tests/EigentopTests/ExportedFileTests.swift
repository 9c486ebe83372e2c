import Foundation
import SystemPackage
import Testing

@testable import eigentop

@Suite("A file that somebody asked for")
struct ExportedFileTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch { return "\(error)" }
  }

  @Test("is there whole, with nothing beside it, and takes the place of no other")
  func place() throws {
    let name = "\(directory.path)/a b\nc.txt"
    try ExportedFile(name, watched: []).write("one")
    #expect(message { try ExportedFile(name, watched: []).write("two") }.contains("is there already"))
    #expect(try String(contentsOfFile: name, encoding: .utf8) == "one")
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["a b\nc.txt"])
  }

  @Test("is not written below what is watched, whatever the way there is called")
  func watched() throws {
    let runs = "\(directory.path)/runs"
    try FileManager.default.createDirectory(atPath: "\(runs)/a", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: "\(directory.path)/link", withDestinationPath: "\(runs)/a")
    for place in [runs, "\(runs)/a", "\(runs)/a/../a", "\(directory.path)/link"] {
      let text = message { _ = try ExportedFile("\(place)/x.txt", watched: [FilePath(runs)]) }
      #expect(text.contains("is being watched"), "\(place)")
    }
    #expect(message { _ = try ExportedFile("\(directory.path)/runs-2.txt", watched: [FilePath(runs)]) }.isEmpty)
  }

  @Test("that cannot be written says why, and leaves nothing")
  func failure() {
    let text = message { try ExportedFile("\(directory.path)/nowhere/x.txt", watched: []).write("one") }
    #expect(text.contains("nowhere/x.txt cannot be written: No such file or directory"))
    #expect((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) == [])
  }
}
