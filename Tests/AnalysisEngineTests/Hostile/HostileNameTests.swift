import Analysis
import FileFixtures
import Foundation
import SystemPackage
import Testing

@Suite("Names that are no names")
struct HostileNameTests {
  let directory: TemporaryDirectory
  /// Clears the screen, sets the title, and ends the line; with DEL and with the one-character form of ESC [.
  private static let escapes = "\u{1b}[2J\u{1b}]0;owned\u{7}\r\n\t\u{7f}\u{9b}31m"

  init() throws { directory = try TemporaryDirectory() }

  /// The record's JSON, after it has been made sure that a terminal cannot be told anything by it.
  private func json(of record: AnalysisRecord) throws -> [String: Any] {
    let bytes = try record.json()
    let text = try #require(String(validating: bytes, as: UTF8.self))
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  @Test("Control characters of paths, settings and metrics are escaped in the JSON, and not altered")
  func controls() async throws {
    let run = "run\(Self.escapes)_lr_0.1"
    let file = try directory.write(dump(), to: FilePath("\(run)/\(Self.escapes)_epoch_3.npy"))
    // YAML and CSV have no such characters in plain text; YAML has escapes for them.
    try directory.write(
      #"""
      "key\e[2J\x9b\x7f": "value\e]0;owned\a\r\n\t\x9b"
      "nested\0": {"\u0085\u2028": 1}
      """#, to: FilePath("\(run)/hparams.yaml"))
    try directory.write("epoch,acc\u{1b}[2J\u{9b}\n3,1\n", to: FilePath("\(run)/metrics.csv"))
    let session = await Session.run([directory.path])
    let record = try #require(session.record(of: file))
    #expect(session.problems.isEmpty && record.summary != nil)

    let json = try json(of: record)
    #expect(json["path"] as? String == file.string)
    #expect(json["run"] as? String == "\(run)/\(Self.escapes)")
    #expect((json["checkpoint"] as? [String: Any])?["epoch"] as? Int == 3)
    let settings = try #require(json["hyperparameters"] as? [String: Any])
    #expect(settings["key\u{1b}[2J\u{9b}\u{7f}"] as? String == "value\u{1b}]0;owned\u{7}\r\n\t\u{9b}")
    #expect(settings["nested\0.\u{85}\u{2028}"] as? Int == 1)
    #expect(json["metrics"] as? [String: Double] == ["acc\u{1b}[2J\u{9b}": 1])
  }

  @Test(
    "A path that is not UTF-8 is opened by its bytes, and its JSON is UTF-8 all the same", arguments: [true, false])
  func notUTF8(isSound: Bool) async throws {
    // Latin-1, a lone surrogate, an overlong slash.
    let names: [[UInt8]] = [[0x66, 0xe9], [0xed, 0xa0, 0x80], [0xc0, 0xaf]]
    let files = try names.map { name in
      let component = try #require(FilePath.Component(bytes: name + Array(".npy".utf8)))
      let file = directory.path.appending(component)
      let descriptor = try FileDescriptor.open(file, .writeOnly, options: .create, permissions: .ownerReadWrite)
      try descriptor.closeAfter { _ = try descriptor.writeAll(isSound ? dump() : [1, 2, 3]) }
      return file
    }
    let session = await Session.run([directory.path])
    #expect(Set(session.finished.map(\.dump.path)) == Set(files))
    for record in session.finished {
      #expect((record.failure == nil) == isSound)
      #expect((try json(of: record)["path"] as? String)?.hasSuffix(".npy") == true)
      #expect((try json(of: record)["path"] as? String)?.contains("\u{fffd}") == true)
    }
  }
}

extension FilePath.Component {
  fileprivate init?(bytes: [UInt8]) {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    guard let component = characters.withUnsafeBufferPointer({ $0.baseAddress.flatMap(Self.init(platformString:)) })
    else { return nil }
    self = component
  }
}
