import TerminalEmulation
import Testing

@Suite("Opening the terminal", .serialized)
struct OpeningTests {
  @Test(
    "A terminal that cannot be used is refused in words, and left as it is",
    arguments: [
      ("", "TERM is not set"), ("no-such-terminal", "no description of"), ("dumb", "cannot move its cursor"),
      ("unknown", "no description of"),
    ])
  func unusableTypes(_ type: String, _ words: String) throws {
    let session = try TerminalSession(
      builtExecutable("TerminalFixture"), environment: ["TERM": type], columns: 120)
    let before = session.settings
    #expect(try session.waitUntilEnded() == .exited(1))
    #expect(session.screenText[0].contains(words))
    #expect(session.settings == before)
  }

  @Test("A pipe is not a terminal", arguments: [("< /dev/null", "standard input"), ("| cat", "standard output")])
  func streams(_ redirection: String, _ stream: String) throws {
    let session = try TerminalSession(
      "/bin/sh", arguments: ["-c", "\(builtExecutable("TerminalFixture")) \(redirection)"])
    try session.wait(for: "the end") { if case .ended = session.state { true } else { false } }
    #expect(session.screenText[0] == "cannot start: \(stream) is not a terminal")
  }
}
