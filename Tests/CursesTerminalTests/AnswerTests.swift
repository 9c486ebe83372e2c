import TerminalEmulation
import Testing

@Suite("What the terminal answers", .serialized)
struct AnswerTests {
  private func contains(_ session: TerminalSession, _ text: String) -> Bool {
    String(decoding: session.output, as: UTF8.self).contains(text)
  }

  @Test(
    "A terminal is asked for its background only where it plausibly understands",
    arguments: [
      ("xterm-256color", true), ("tmux-256color", true), ("linux", false), ("screen-256color", false), ("vt100", false),
    ])
  func asking(_ type: String, _ isAsked: Bool) throws {
    let session = try startFixture(environment: ["TERM": type])
    #expect(contains(session, "\u{1b}]11;?\u{1b}\\") == isAsked)
    #expect(contains(session, "\u{1b}[?2026$p") == isAsked)
  }

  @Test("The background is taken in whenever the answer comes, in pieces, among keys, and never typed")
  func background() throws {
    let session = try startFixture()
    session.send("x\u{1b}]11;rgb:ffff/ff")
    try session.waitForText("keys: x.")
    session.send("ff/ffff\u{1b}\\y")
    try session.waitForText("80x24 xterm256 light")
    try session.waitForText("keys: x y.")
    session.send("\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{7}\u{1b}P1$r0m\u{1b}\\\u{1b}[8;24;80tz")
    try session.waitForText("80x24 xterm256 dark")
    try session.waitForText("keys: x y z.")
  }

  @Test("Frames are synchronised updates only after the terminal said that it knows them")
  func synchronizedUpdates() throws {
    let session = try startFixture(synchronizesUpdates: false)
    session.send("x")
    try session.waitForText("keys: x.")
    #expect(!contains(session, "\u{1b}[?2026h"))
    session.send("\u{1b}[?2026;2$yz")
    try session.waitForText("keys: x z.")
    try session.wait { contains(session, "\u{1b}[?2026l") }
    let frames = String(decoding: session.output, as: UTF8.self).split(separator: "\u{1b}[?2026h").dropFirst()
    let frame = try #require(frames.first?.split(separator: "\u{1b}[?2026l").first)
    #expect(frame.contains("z"))
  }

  @Test("A fatal signal ends a synchronised update, should one be open")
  func signal() throws {
    let session = try startFixture()
    session.signal(15)
    try session.waitUntilEnded()
    #expect(contains(session, "\u{1b}[?2026l"))
  }
}
