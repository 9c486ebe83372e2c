import Dashboard
import FileFixtures
import Foundation
import SystemPackage
import Testing

@testable import eigentop

@Suite("The file of a session")
struct SessionFileTests {
  private let directory: TemporaryDirectory
  private let model = Model(title: "", columns: 80, rows: 24)

  init() throws { directory = try TemporaryDirectory() }

  private func file(_ roots: FilePath...) throws -> SessionFile {
    try #require(SessionFile(roots, environment: ["XDG_STATE_HOME": "\(directory.path)/state"]))
  }

  @Test("Every list of directories has its own, however they are named")
  func names() throws {
    try directory.write("", to: "runs/x")
    try FileManager.default.createSymbolicLink(
      atPath: "\(directory.path)/link", withDestinationPath: "\(directory.path)/runs")
    let runs = try file(FilePath("\(directory.path)/runs"))
    #expect(try file(FilePath("\(directory.path)/link")).url == runs.url)
    #expect(try file(FilePath("\(directory.path)/runs/../runs/")).url == runs.url)
    #expect(try file(FilePath("\(directory.path)/other")).url != runs.url)
    #expect(try file(FilePath("\(directory.path)/runs"), "/b").url != runs.url)
    #expect(runs.url.path.hasPrefix("\(directory.path)/state/eigentop/sessions/"))
    #expect(SessionFile(["."], environment: [:]) == nil)
    let ofHome = SessionFile(["."], environment: ["HOME": "/home/me"])
    #expect(ofHome?.url.path.hasPrefix("/home/me/.local/state/eigentop/sessions/") == true)
  }

  @Test(
    "Nothing is remembered below a directory that is watched", arguments: ["/", "/home", "/home/me", "/home/me/.local"])
  func watchedHome(_ root: FilePath) {
    #expect(SessionFile(["/data", root], environment: ["HOME": "/home/me"]) == nil)
    #expect(SessionFile(["/home/m", "/home/me/runs"], environment: ["HOME": "/home/me"]) != nil)
  }

  @Test("It comes back as it was written, and nothing else is there")
  func roundTrip() throws {
    let file = try file("/data")
    #expect(try file.read() == nil)
    try file.write(model)
    #expect(try file.read() == model.session(of: ["/data"]))
    let directory = file.url.deletingLastPathComponent()
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 1)
  }

  @Test("A file that is none, or too large, is refused", arguments: ["", "{", "[]", "{\"roots\": 3}", nil])
  func corrupt(_ text: String?) throws {
    let file = try file("/data")
    try file.write(model)
    let padding = String(repeating: " ", count: 1 << 20)
    let whole = String(decoding: try Data(contentsOf: file.url), as: UTF8.self)
    try Data((text ?? whole + padding).utf8).write(to: file.url)
    #expect(throws: SessionFile.Unreadable.self) { try file.read() }
  }

  @Test("Of very many lists of directories the oldest are forgotten")
  func bounded() throws {
    for index in 0..<203 { try file(FilePath("/data/\(index)")).write(model) }
    let directory = try file("/data").url.deletingLastPathComponent()
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).count == 200)
    #expect(try file("/data/202").read() != nil)
  }
}
