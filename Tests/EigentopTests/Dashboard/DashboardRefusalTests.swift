import FileFixtures
import TerminalEmulation
import Testing

@Suite("Where there is no terminal for a dashboard")
struct DashboardRefusalTests {
  @Test("Output that is no terminal is refused in one sentence with status 2, and gets nothing")
  func pipe() async throws {
    let run = try await Eigentop(["."], in: TemporaryDirectory())
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors == "eigentop: standard input is not a terminal\n")
  }

  @Test("With keys from a terminal, too")
  func redirectedOutput() throws {
    let directory = try TemporaryDirectory()
    let session = try TerminalSession(
      "/bin/sh",
      arguments: ["-c", "exec \"$1\" \"$2\" > \"$2/out\"", "sh", builtExecutable("eigentop"), directory.path.string])
    let before = session.settings
    #expect(try session.waitUntilEnded() == .exited(2))
    #expect(session.screenText[0] == "eigentop: standard output is not a terminal")
    #expect(session.settings == before)
    #expect(try directory.read("out").isEmpty)
  }

  @Test(
    "A terminal that cannot be drawn on is refused in one sentence with status 2, and left as it is",
    arguments: [
      ("dumb", "a terminal that cannot move its cursor"), ("", "TERM is not set"), ("nonesuch", "no description of"),
    ])
  func type(_ type: String, _ words: String) throws {
    let directory = try TemporaryDirectory()
    let session = try startDashboard(in: directory.path.string, environment: ["TERM": type])
    let before = session.settings
    #expect(try session.waitUntilEnded() == .exited(2))
    #expect(session.row(0).hasPrefix("eigentop: ") && session.row(0).contains(words))
    #expect(session.screenText.dropFirst().joined().isEmpty)
    #expect(session.settings == before)
  }

  @Test("Options are checked before the terminal is taken")
  func usage() async throws {
    #expect(try await Eigentop(["--fit-range", "9...2"], in: TemporaryDirectory()).status == 64)
  }
}
