import FileFixtures
import Foundation
import TerminalEmulation
import Testing

/// What the dashboard looks like and remembers, on a terminal.
@Suite("Themes, settings and sessions on a terminal", .serialized)
struct DashboardMemoryTests {
  private let training: TrainingDirectory
  /// Not below what is watched.
  private let home: TemporaryDirectory

  init() throws {
    training = try TrainingDirectory()
    home = try TemporaryDirectory()
  }

  private func open(_ arguments: [String] = ["."]) throws -> TerminalSession {
    let session = try startDashboard(arguments, in: training.path, environment: ["HOME": home.path.string])
    try session.waitUntilAnalysed()
    return session
  }

  private func title(_ session: TerminalSession) -> EmulatedColor? { session.cell(1, 0)?.foreground }
  private let dark = EmulatedColor.palette(74)
  private let light = EmulatedColor.palette(25)

  @Test("A theme is drawn while it is looked at, Esc brings back the one before, and Enter keeps it for the next start")
  func preview() throws {
    let session = try open()
    #expect(title(session) == dark)
    session.send("tlight")
    try session.wait(for: "the light theme") { title(session) == light }
    session.send(.escape)
    session.send(.escape)
    try session.wait(for: "the dark theme") { title(session) == dark }
    session.send("tlight")
    session.send(.enter)
    try session.wait(for: "the choice") {
      title(session) == light && !session.screenText.contains { $0.contains("Themes") }
    }
    session.send("q")
    try session.waitUntilEnded()
    let next = try open()
    #expect(title(next) == light)
    #expect(title(try open(["--theme", "dark", "."])) == dark, "the command line wins")
  }

  @Test("A theme is drawn anew when its file changes, and keeps its colours while the file is wrong")
  func reload() throws {
    let file = ".config/eigentop/themes/mine.toml"
    try home.write("[ui]\ntitle = { c256 = 201 }", to: file)
    let session = try open(["--theme", "mine", "."])
    #expect(title(session) == .palette(201))
    try home.write("[ui]\ntitle = { c256 = 202 }", to: file)
    try session.wait(for: "the new colour") { title(session) == .palette(202) }
    try home.write("[ui]\ntitle = { c256 = 999 }", to: file)
    try session.waitForText("mine.toml:2: [ui] title: c256 is a number from 0 to 255")
    #expect(title(session) == .palette(202))
    #expect(session.traceLines.allSatisfy { $0.keys == 0 })
  }

  @Test("Where the user left directories, the next start goes on, unless it is told not to")
  func session() throws {
    let session = try open()
    session.send("j ps")
    session.send("a3")
    try session.wait(forRow: 1, toContain: "[3 Scatter]")
    session.send("q")
    try session.waitUntilEnded()
    let next = try open([training.path])
    try next.wait(forRow: 1, toContain: "[3 Scatter]")
    next.send("1")
    try next.wait(for: "the order") { next.screenText.contains { $0.contains("α▾") } }
    next.send("q")
    try next.waitUntilEnded()
    let fresh = try open(["--no-session", "."])
    #expect(fresh.row(1).contains("[1 Models]"))
    let files = FileManager.default.subpaths(atPath: home.path.string)?.filter { $0.hasSuffix(".json") } ?? []
    #expect(files.count == 1 && files[0].hasPrefix(".local/state/eigentop/sessions/"))
  }

  @Test("What cannot be read of a session is said and passed over")
  func corrupt() throws {
    let session = try open()
    session.send("q")
    try session.waitUntilEnded()
    let files = FileManager.default.subpaths(atPath: home.path.string)?.filter { $0.hasSuffix(".json") } ?? []
    try home.write("{", to: try #require(files.first))
    let next = try open()
    next.send("w")
    try next.waitForText("what was remembered of these directories cannot be read")
  }
}
