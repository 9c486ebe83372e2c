import Glibc
import TerminalEmulation
import Testing

@Suite("Giving the terminal back", .serialized)
struct RestoringTests {
  /// The terminal is as the program found it.
  private func expectRestored(
    _ session: TerminalSession, _ before: TerminalSettings, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(session.settings == before, sourceLocation: sourceLocation)
    #expect(!session.isAlternateScreen, sourceLocation: sourceLocation)
    #expect(session.isCursorVisible, sourceLocation: sourceLocation)
    #expect(!session.isKeypadMode, sourceLocation: sourceLocation)
    #expect(session.mouseMode == .off, sourceLocation: sourceLocation)
  }

  /// The fixture, and the settings of a terminal that nobody has touched.
  private func start(environment: [String: String] = [:]) throws -> (TerminalSession, TerminalSettings) {
    let untouched = try TerminalSession("/bin/true")
    let before = try #require(untouched.settings)
    try untouched.waitUntilEnded()
    let session = try startFixture(environment: environment)
    session.send("M")
    try session.waitForText("keys: M.")
    #expect(session.mouseMode == .drags)
    return (session, before)
  }

  @Test("Quitting by a key", arguments: ["q", "\u{3}"])
  func quitting(_ key: String) throws {
    let (session, before) = try start()
    session.send(key)
    #expect(try session.waitUntilEnded() == .exited(0))
    expectRestored(session, before)
  }

  @Test(
    "Every fatal signal, of which the program dies",
    arguments: [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP])
  func fatalSignals(_ signal: Int32) throws {
    let (session, before) = try start()
    session.signal(signal)
    #expect(try session.waitUntilEnded() == .killed(by: signal))
    expectRestored(session, before)
  }

  @Test("Swift's own traps, an overflown stack, and abort", arguments: [("T", SIGILL), ("O", SIGSEGV), ("A", SIGABRT)])
  func faults(_ key: String, _ signal: Int32) throws {
    let (session, before) = try start()
    session.send(key)
    let outcome = try session.waitUntilEnded()
    // A trap is another instruction, and so another signal, on other processors.
    #expect(outcome == .killed(by: signal) || (key == "T" && outcome == .killed(by: SIGTRAP)))
    expectRestored(session, before)
  }

  @Test(
    "After a crash Swift's backtracer speaks on the restored terminal and waits for no key", arguments: ["no", "yes"])
  func backtracer(interactive: String) throws {
    // An hour is more than the test waits.
    let (session, before) = try start(environment: [
      "SWIFT_BACKTRACE": "enable=yes,interactive=\(interactive),timeout=3600s,color=no,symbolicate=off,limit=2"
    ])
    session.send("T")
    guard case .killed = try session.waitUntilEnded() else {
      Issue.record("The program survived a trap")
      return
    }
    #expect(session.screenText.contains { $0.contains("Backtrace took") })
    expectRestored(session, before)
  }

  @Test("SIGQUIT ends the program at once, without a backtrace", arguments: [true, false])
  func quitSignal(byKey: Bool) throws {
    let (session, before) = try start(environment: [
      "SWIFT_BACKTRACE": "enable=yes,interactive=yes,timeout=3600s,color=no"
    ])
    if byKey { session.send("\u{1c}") } else { session.signal(SIGQUIT) }
    #expect(try session.waitUntilEnded() == .killed(by: SIGQUIT))
    #expect(!session.screenText.contains { $0.contains("ackt") || $0.contains("***") })
    expectRestored(session, before)
  }

  @Test("Suspending stops the program on a restored terminal, and going on paints it anew", arguments: [true, false])
  func suspending(byKey: Bool) throws {
    let (session, before) = try start()
    for _ in 1...2 {
      if byKey { session.send("\u{1a}") } else { session.signal(SIGTSTP) }
      try session.waitUntilStopped()
      expectRestored(session, before)
      session.signal(SIGCONT)
      try session.wait { session.isAlternateScreen && session.isKeypadMode && !session.isCursorVisible }
      try session.waitForText("80x24 xterm256")
    }
    session.send("x")
    try session.waitForText("x.")
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
    expectRestored(session, before)
  }

  @Test("A size that changed while the program was stopped is drawn when it goes on")
  func resizedWhileStopped() throws {
    let (session, _) = try start()
    session.send("\u{1a}")
    try session.waitUntilStopped()
    session.resize(columns: 60, rows: 10)
    session.signal(SIGCONT)
    try session.waitForText("60x10")
    try session.wait { session.cell(59, 9)?.text == "#" }
  }

  @Test("A stop that cannot be answered is repaired when the program goes on")
  func stoppedUnasked() throws {
    let (session, before) = try start()
    session.signal(SIGSTOP)
    try session.waitUntilStopped()
    session.writeOnScreen("\u{1b}[?1049l\u{1b}[?25hshell$ ")
    session.signal(SIGCONT)
    try session.wait { session.isAlternateScreen && !session.isCursorVisible }
    try session.waitForText("80x24 xterm256")
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
    expectRestored(session, before)
  }

  @Test("A signal that kills a stopped program leaves the shell's terminal alone")
  func killedWhileStopped() throws {
    let (session, before) = try start()
    session.send("\u{1a}")
    try session.waitUntilStopped()
    session.signal(SIGTERM)
    session.signal(SIGCONT)
    #expect(try session.waitUntilEnded() == .killed(by: SIGTERM))
    expectRestored(session, before)
  }

  @Test("A terminal that is gone ends the program at once")
  func hangUp() throws {
    let session = try startFixture()
    session.hangUp()
    #expect(try session.waitUntilEnded() == .exited(3))
  }
}
