import FileFixtures
import Foundation
import SystemPackage
import Testing

@testable import eigentop

@Suite("A file that somebody asked for")
struct ExportedFileTests {
  private let directory: TemporaryDirectory

  private let one = Array("one".utf8)
  private let two = Array("two".utf8)

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
    #expect(try ExportedFile(name, watched: []).write(one, replaces: false) == name)
    #expect(
      message { _ = try ExportedFile(name, watched: []).write(two, replaces: false) }.contains("is there already"))
    #expect(try String(contentsOfFile: name, encoding: .utf8) == "one")
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path.string) == ["a b\nc.txt"])
  }

  @Test("replaces another when that is asked for, and a numbered one goes on to the next number otherwise")
  func others() throws {
    let name = "\(directory.path)/x-001.svg"
    for (bytes, replaces, written) in [(one, false, "x-001.svg"), (two, false, "x-002.svg"), (two, true, "x-001.svg")] {
      let path = try ExportedFile(name, watched: []).write(bytes, replaces: replaces)
      #expect(path == "\(directory.path)/\(written)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: directory.path.string).sorted() == ["x-001.svg", "x-002.svg"])
  }

  @Test("is known to be there already before anything is drawn for it, unless its number leads to another")
  func taken() throws {
    for (name, isTaken) in [("x.svg", true), ("x-001.svg", false), ("x-999.svg", true), ("nowhere.svg", true)] {
      let path = "\(directory.path)/\(name)"
      #expect(try !ExportedFile(path, watched: []).isTaken)
      if name == "nowhere.svg" {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nothing")
      } else {
        _ = try ExportedFile(path, watched: []).write(one, replaces: false)
      }
      #expect(try ExportedFile(path, watched: []).isTaken == isTaken)
    }
  }

  @Test("does not take the place of a folder, a link or a device")
  func otherKinds() throws {
    let name = "\(directory.path)/link.txt"
    try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: "/dev/null")
    for place in [name, directory.path.string, "/dev/null"] {
      #expect(
        message { _ = try ExportedFile(place, watched: []).write(one, replaces: true) }.contains("no regular file"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path.string) == ["link.txt"])
    try FileManager.default.removeItem(atPath: name)
    try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: "nowhere")
    #expect(
      message { _ = try ExportedFile(name, watched: []).write(one, replaces: false) }.contains("is there already"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: name) == "nowhere")
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
    let text = message {
      _ = try ExportedFile("\(directory.path)/nowhere/x.txt", watched: []).write(one, replaces: false)
    }
    #expect(text.contains("nowhere/x.txt cannot be written: No such file or directory"))
    #expect((try? FileManager.default.contentsOfDirectory(atPath: directory.path.string)) == [])
  }
}
