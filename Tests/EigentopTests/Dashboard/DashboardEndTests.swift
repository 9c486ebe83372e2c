import FileFixtures
import Glibc
import TerminalEmulation
import Testing

@Suite("How the dashboard ends", .serialized)
struct DashboardEndTests {
  private let results = SharedResults(of: "end")

  /// An open dashboard, and the settings of a terminal that nobody has touched.
  private func open(_ training: TrainingDirectory) throws -> (TerminalSession, TerminalSettings) {
    let untouched = try TerminalSession("/bin/true")
    let before = try #require(untouched.settings)
    try untouched.waitUntilEnded()
    let session = try openDashboard(on: training, environment: results.environment, columns: 80, rows: 24)
    #expect(session.isAlternateScreen && session.isKeypadMode && !session.isCursorVisible)
    #expect(session.settings != before)
    return (session, before)
  }

  /// The terminal is as the program found it.
  private func expectRestored(
    _ session: TerminalSession, _ before: TerminalSettings, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(session.settings == before, sourceLocation: sourceLocation)
    #expect(!session.isAlternateScreen, sourceLocation: sourceLocation)
    #expect(session.isCursorVisible, sourceLocation: sourceLocation)
    #expect(!session.isKeypadMode, sourceLocation: sourceLocation)
    #expect(session.mouseMode == .off, sourceLocation: sourceLocation)
    #expect(!session.leavesOn("2004"), "bracketed paste", sourceLocation: sourceLocation)
    #expect(!session.leavesOn("2026"), "synchronised updates", sourceLocation: sourceLocation)
    #expect(!session.wrote("\u{1b}]4;"), "the palette is never changed", sourceLocation: sourceLocation)
    #expect(session.screenText.joined().isEmpty, sourceLocation: sourceLocation)
  }

  @Test(
    "q and Ctrl-C quit with status 0 and give the terminal back", arguments: ["q", "\u{3}", "wq", "?\u{3}", "s\u{3}"])
  func quitting(_ keys: String) throws {
    let training = try TrainingDirectory()
    let (session, before) = try open(training)
    session.send(keys)
    #expect(try session.waitUntilEnded() == .exited(0))
    expectRestored(session, before)
  }

  @Test(
    "A fatal signal kills it, and the terminal is given back",
    arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP])
  func killed(_ signal: Int32) throws {
    let training = try TrainingDirectory()
    let (session, before) = try open(training)
    session.signal(signal)
    #expect(try session.waitUntilEnded() == .killed(by: signal))
    expectRestored(session, before)
  }

  @Test("Ctrl-Z gives the terminal back and stops; going on paints everything again, in the size of now")
  func suspending() throws {
    let training = try TrainingDirectory()
    let (session, before) = try open(training)
    session.send("\u{1a}")
    try session.waitUntilStopped()
    expectRestored(session, before)
    session.writeOnScreen("shell$ ")
    session.resize(columns: 120, rows: 40)
    session.signal(SIGCONT)
    try session.wait(forRow: 39, toContain: "q quit")
    try session.wait(forRow: 4, toContain: "▾ lambd_0.1")
    #expect(session.isAlternateScreen && session.isKeypadMode && !session.isCursorVisible)
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
  }

  @Test("A terminal that is gone ends it")
  func hangUp() throws {
    let training = try TrainingDirectory()
    let (session, _) = try open(training)
    session.hangUp()
    #expect(try session.waitUntilEnded() == .exited(0))
  }
}
