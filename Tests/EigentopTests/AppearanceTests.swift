import Foundation
import TerminalEmulation
import Testing

@Suite("How the dashboard looks", .serialized)
struct AppearanceTests {
  private let training: TrainingDirectory
  private let results = SharedResults(of: "appearance")

  init() throws { training = try TrainingDirectory() }

  private func open(_ arguments: [String] = [], _ environment: [String: String] = [:]) throws -> TerminalSession {
    let session = try startDashboard(
      arguments + ["."], in: training.path, environment: results.environment.merging(environment) { $1 })
    try session.waitUntilAnalysed()
    try session.wait(for: "the chart") { session.screenText.contains { $0.contains("rank ") || $0.contains("ranks") } }
    return session
  }

  /// The colour of the program's name, which themes give their first hue.
  private func title(_ session: TerminalSession) -> EmulatedColor? { session.cell(1, 0)?.foreground }

  private let dark = EmulatedColor.palette(74)
  private let light = EmulatedColor.palette(25)
  private let white = "\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\"

  @Test("It starts for a dark background, and changes when the terminal says that its is light; that is no key")
  func background() throws {
    let session = try open()
    #expect(title(session) == dark)
    session.send(String(white.prefix(9)))
    session.send(String(white.dropFirst(9)))
    try session.wait(for: "the light theme") { title(session) == light }
    #expect(session.traceLines.allSatisfy { $0.keys == 0 })
    session.send("\u{1b}]11;rgb:0000/0000/0000\u{7}")
    try session.wait(for: "the dark theme") { title(session) == dark }
  }

  @Test("COLORFGBG decides where the terminal says nothing, and --theme over everything")
  func precedence() throws {
    #expect(title(try open([], ["COLORFGBG": "0;15"])) == light)
    let session = try open(["--theme", "dark"], ["COLORFGBG": "0;15"])
    session.send(white + "?")
    try session.waitForText("Help: Models")
    #expect(title(session) == dark)
  }

  @Test("A theme that there is not is a usage error that lists those there are")
  func unknownTheme() async throws {
    let run = try await Eigentop(["--theme", "nord", "."], in: training.directory)
    #expect(run.status == 64)
    #expect(
      run.errors.contains("there is no theme nord; there are ansi16, dark, high-contrast, light, mono, okabe-ito"))
  }

  @Test("A theme of the user's own is found, and what it says in vain is shown with w")
  func ownTheme() throws {
    try training.directory.write(
      "[meta]\ninherits = \"dark\"\n[ui]\ntitle = { c256 = 201 }\nselecton = \"default\"",
      to: "config/eigentop/themes/mine.toml")
    let session = try open(["--theme", "mine"], ["XDG_CONFIG_HOME": training.path + "/config"])
    #expect(title(session) == .palette(201))
    session.send("w")
    try session.waitForText("mine.toml:5: [ui] selecton: ")
  }

  @Test("A theme with a wrong value is refused in one sentence before the terminal is taken")
  func brokenTheme() throws {
    try training.directory.write("[ui]\ntitle = \"skye\"", to: "config/eigentop/themes/mine.toml")
    let session = try startDashboard(
      ["--theme", "mine", "."], in: training.path, environment: ["XDG_CONFIG_HOME": training.path + "/config"],
      columns: 240)
    #expect(try session.waitUntilEnded() == .exited(2))
    #expect(session.row(0).hasPrefix("eigentop: ") && session.row(0).contains("mine.toml:2: [ui] title: \"skye\" is"))
    #expect(!String(decoding: session.output, as: UTF8.self).contains("\u{1b}["))
  }

  @Test(
    "What is selected is seen at any number of colours, in any theme",
    arguments: ["xterm-256color", "xterm-16color", "xterm", "vt100"], ["dark", "light", "mono"])
  func selection(_ type: String, _ theme: String) throws {
    let session = try open(["--theme", theme], ["TERM": type])
    session.send("j")
    try session.wait(for: "a selection") {
      guard let selected = session.cell(8, 5), let other = session.cell(8, 6) else { return false }
      return selected.isReversed != other.isReversed
        || selected.background != other.background && selected.background != .palette(0)
    }
  }

  @Test("A theme paints every cell in its own background, whatever the terminal's", arguments: ["dark", "light"])
  func paint(_ theme: String) throws {
    let session = try open(["--theme", theme], ["TERM": "xterm-256color"])
    try session.wait(for: "paint") {
      (0..<40).allSatisfy { row in
        (0..<120).allSatisfy { session.cell($0, row).map { $0.background != .terminalDefault } ?? false }
      }
    }
  }

  private func has(_ session: TerminalSession, _ range: ClosedRange<UInt32>) -> Bool {
    session.screenText.contains { $0.unicodeScalars.contains { range.contains($0.value) } }
  }

  @Test(
    "Curves are braille, blocks on the Linux console, or what was asked for",
    arguments: [
      ([], "xterm-256color", true), ([], "linux", false), (["--glyphs", "blocks"], "xterm-256color", false),
      (["--glyphs", "braille"], "linux", true),
    ] as [([String], String, Bool)])
  func glyphs(_ arguments: [String], _ type: String, _ isBraille: Bool) throws {
    let session = try open(arguments, ["TERM": type])
    try session.wait(for: "a curve") { has(session, 0x2801...0x28ff) || has(session, 0x2596...0x259f) }
    #expect(has(session, 0x2801...0x28ff) == isBraille)
    #expect(has(session, 0x2596...0x259f) != isBraille)
  }

  @Test(
    "Where the locale is not of UTF-8, or it was asked for, nothing but ASCII reaches the terminal",
    arguments: [([], "C"), ([], "no_SUCH.ISO-8859-1"), (["--glyphs", "ascii"], "C.UTF-8")] as [([String], String)])
  func ascii(_ arguments: [String], _ locale: String) throws {
    try training.directory.write(FeatureMatrix(alpha: 1), to: "模型_é/features_epoch_1.npy")
    let session = try open(arguments, ["LC_ALL": locale])
    session.send("?")
    try session.waitForText("Help: Models")
    session.send(.escape)
    try session.wait(for: "the end of the help") { !session.screenText.contains { $0.contains("Help: Models") } }
    session.send("2")
    try session.wait(forRow: 1, toContain: "[2 Spectrum]")
    session.send("q")
    try session.waitUntilEnded()
    #expect(session.output.allSatisfy { $0 < 0x80 })
    #expect(String(decoding: session.output, as: UTF8.self).contains("? ? _e"))
  }

  @Test("LC_ALL wins over LANG: a locale of UTF-8 gets everything")
  func unicodeLocale() throws {
    let session = try open([], ["LANG": "C", "LC_ALL": "C.UTF-8"])
    try session.wait(for: "a curve in braille") { has(session, 0x2801...0x28ff) }
  }

  @Test("NO_COLOR leaves attributes, an empty one means nothing", arguments: [("1", false), ("", true)])
  func noColor(_ value: String, _ isColored: Bool) throws {
    let session = try open([], ["NO_COLOR": value])
    #expect((title(session) == .terminalDefault) == !isColored)
    #expect(session.cell(1, 0)?.isBold == true)
  }
}
