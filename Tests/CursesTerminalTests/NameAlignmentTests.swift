import TerminalEmulation
import Testing

@Suite("Names of any script", .serialized)
struct NameAlignmentTests {
  private let names = [
    "模型_学習率", "한국어", "cafe\u{301}_n\u{303}", "a\u{338}\u{301}\u{302}\u{303}\u{304}b", "🚀_emoji", "👩‍👩‍👧‍👦_family", "👍🏽_skin",
    "🇩🇪🇫🇷_flags",
    "❤\u{fe0f}_heart", "שלום_עולם", "مرحبا", "\u{202e}evil", "ทดสอบ", "हिन्दी", "a\u{200b}b\u{200d}c",
  ]

  @Test("Whatever a name is made of, what stands after it keeps its column")
  func aligned() throws {
    let session = try startFixture(names)
    for row in names.indices {
      try session.wait(for: "the bar after \(names[row])") { session.cell(40, 5 + row)?.text == "|" }
      #expect(session.screenText[5 + row].filter { $0 == "|" }.count == 2, "\(names[row])")
    }
    #expect(session.cell(0, 5)?.text == "模" && session.cell(0, 5)?.width == 2)
    #expect(session.cell(11, 5)?.text == "|")
    #expect(session.cell(3, 7)?.text == "e\u{301}")
    #expect(session.cell(6, 7)?.text == "|")
    #expect(session.cell(9, 14)?.text == "|")
  }

  @Test("A terminal of ASCII gets nothing else, in the same columns", arguments: ["C", "en_US.ISO-8859-1"])
  func ascii(_ locale: String) throws {
    let session = try TerminalSession(
      builtExecutable("TerminalFixture"), arguments: ["--ascii"] + names,
      environment: ["LANG": locale, "LC_ALL": locale])
    try session.wait(for: "the last row") { session.cell(40, 4 + names.count)?.text == "|" }
    #expect(session.output.allSatisfy { $0 < 0x80 })
    #expect(session.screenText[1] == "  a? b")
    for row in names.indices { #expect(session.cell(40, 5 + row)?.text == "|", "\(names[row])") }
    #expect(session.cell(11, 5)?.text == "|")
    #expect(session.screenText[7].hasPrefix("cafe_n|"))
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
  }
}
