import Dashboard
import FileFixtures
import Foundation
import Testing

@testable import eigentop

@Suite("Keys in the configuration")
struct KeysCommandTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func preferences(_ text: String) throws -> Preferences {
    try Preferences(URL(fileURLWithPath: try directory.write(text, to: "config.toml")))
  }

  private func keys(_ name: String, _ preferences: Preferences) -> [String] {
    preferences.keymap.entries.first { $0.name == name }?.keys.map(\.description) ?? []
  }

  @Test("A key, a list of keys or none, by their names; everything else stays")
  func reading() throws {
    let read = try preferences(
      """
      [keys]
      mark = ["Space", "Ins"]
      help = "F5"
      suspend = []
      next-view = [
        "V",   # comments, too
        "alt-v",
      ]
      mark-range = "ctrl-v"
      """)
    #expect(read.warnings.isEmpty)
    #expect(keys("mark", read) == ["Space", "Ins"] && keys("help", read) == ["F5"] && keys("suspend", read) == [])
    #expect(keys("next-view", read) == ["V", "Alt-v"] && keys("pin", read) == ["p"])
    #expect(try preferences("keys.mark = \"Ins\"\n").keymap == preferences("[keys]\nmark = \"Ins\"\n").keymap)
  }

  @Test(
    "What is wrong is a warning with its line, and the rest holds",
    arguments: [
      ("undo = \"p\"", "config.toml:3: [keys] undo: p is also a key of pin; it stays u"),
      ("unddo = \"p\"", "config.toml:3: [keys] unddo: there is no such command; the nearest is undo"),
      ("undo = 3", "config.toml:3: [keys] undo: it is a key as in \"Ctrl-D\", or a list of keys"),
      ("undo = [\"U\", 3]", "config.toml:3: [keys] undo: it is a key as in \"Ctrl-D\", or a list of keys"),
      ("undo = \"Ctrl-I\"", "config.toml:3: [keys] undo: 'Ctrl-I' is no key; write "),
      ("undo = [\n  \"U\",\n  \"Strg-U\",\n]", "config.toml:5: [keys] undo: 'Strg-U' is no key; write "),
      ("undo = \"\\u001b[2J\"", "config.toml:3: [keys] undo: '"),
      ("undo.undo = \"U\"", "config.toml:1: [keys] undo: it is a key"),
    ])
  func warnings(_ line: String, _ warning: String) throws {
    let read = try preferences("[keys]\nmark = \"Ins\"\n\(line)\n")
    #expect(read.warnings.count == 1 && read.warnings.first?.hasPrefix(warning) == true, "\(read.warnings)")
    #expect(!read.warnings.joined().contains("\u{1b}"))
    #expect(keys("mark", read) == ["Ins"] && keys("undo", read) == ["u"])
  }

  @Test("A table of keys that is none is an error, as any wrong table there")
  func noTable() throws {
    #expect(throws: TOMLFile.Failure.self) { try preferences("keys = 3\n") }
  }

  @Test("`eigentop keys` lists every name with its keys as they are, and warns of what is wrong; so does its JSON")
  func listing() async throws {
    let config = try directory.write("[keys]\npin = \"Ins\"\nmarc = \"m\"\n", to: "mine.toml")
    let text = try await Eigentop(["keys", "--config", config], in: directory)
    #expect(text.status == 0)
    #expect(text.errors.contains("mine.toml:3: [keys] marc: there is no such command; the nearest is mark"))
    let lines = text.output.split(separator: "\n")
    let pin = lines.first { $0.hasPrefix("pin ") }
    #expect(pin?.split(separator: /\ {2,}/).prefix(3) == ["pin", "Ins", "everywhere"])
    #expect(Set(lines.map { $0.prefix { $0 != " " } }).count == Set(Keymap.standard.entries.map(\.name)).count + 1)

    let json = try await Eigentop(["keys", "--json", "--config", config], in: directory)
    let entries = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(entries.count == Keymap.standard.entries.count)
    let entry = try #require(entries.first { $0["name"] as? String == "pin" })
    #expect(entry["keys"] as? [String] == ["Ins"] && entry["places"] as? [String] == ["everywhere"])
    #expect(entry["meaning"] as? String == "pin as what others are compared with")
  }
}
