import FileFixtures
import TerminalEmulation
import Testing

@Suite("Keys of the dashboard", .serialized)
struct DashboardKeyTests {
  private let results = SharedResults(of: "keys")

  @Test("? and F1 open the help of the screen, letters filter it, Esc undoes that and closes it, and all is as before")
  func help() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training, environment: results.environment)
    let before = try session.settledScreen()
    session.send("?")
    try session.waitForText("─ Help: Models ─")
    for text in ["j ↓ ", "next row", "↵ ", "open the spectrum", "s a ", "by α"] {
      try session.waitForText(text)
    }
    session.send("quit")
    try session.waitForText("q Ctrl-C ")
    session.send(.escape)
    try session.waitForText("next row")
    session.send("fold")
    try session.waitForText("─ Help: Models · fold ─")
    try session.waitForText("unfold the run")
    try session.wait(for: "the other keys to go") { !session.screenText.contains { $0.contains("next row") } }
    session.send(.escape)
    try session.waitForText("next row")
    session.send(.escape)
    try session.wait(forScreen: before)
    session.send("2")
    session.send(.function(1))
    try session.waitForText("─ Help: Spectrum ─")
    try session.waitForText("previous dump")
    #expect(!session.screenText.contains { $0.contains("by α") })
  }

  @Test("s and a letter sort the runs by that of their last dumps, S turns the order round, failures stay last")
  func sorting() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training, environment: results.environment)
    session.send("s")
    try session.wait(forRow: 39, toContain: "sort by", "n name", "a α")
    session.send("a")
    try session.wait(forRow: 3, toContain: "α▾")
    try session.wait(forRow: 39, toContain: "q quit")
    let runs = [4, 7, 10, 11].map { session.row($0).split(separator: " ").first { $0 != "▾" } }
    #expect(runs == ["lambd_0.2", "lambd_0.1", "lambd_1", "torn"])
    session.send("S")
    try session.wait(forRow: 3, toContain: "α▴")
    try session.wait(forRow: 4, toContain: "lambd_1 ")
    try session.wait(forRow: 5, toContain: "lambd_0.1")
    try session.wait(forRow: 8, toContain: "lambd_0.2")
    try session.wait(forRow: 11, toContain: "torn")
  }

  @Test("h folds a run into one line of its last dump, l unfolds it")
  func folding() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training, environment: results.environment)
    let before = try session.settledScreen()
    session.send("h")
    try session.wait(forRow: 4, toContain: "▸ lambd_0.1  2 dumps", " 1.000 ", " 70.00 ")
    try session.wait(forRow: 5, toContain: "▾ lambd_0.2")
    session.send("l")
    try session.wait(forScreen: before)
    // From a dump below it, too; the arrows do the same.
    session.send("jj")
    session.send(.left)
    try session.wait(forRow: 4, toContain: "▸ lambd_0.1  2 dumps")
    session.send(.right)
    try session.wait(forScreen: before)
  }

  @Test("2 shows the spectrum of what is selected, 1 the table")
  func screens() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training, environment: results.environment)
    session.send("2")
    try session.wait(forRow: 1, toContain: "[2 Spectrum]")
    // A run is shown by its last dump.
    try session.wait(forRow: 3, toContain: "lambd_0.1 epoch 2")
    session.send("1")
    try session.wait(forRow: 1, toContain: "[1 Models]")
  }

  @Test("Other keys from the configuration do what they are given for, are named everywhere, and conflicts are told")
  func bindings() throws {
    let (training, configuration) = (try TrainingDirectory(), try TemporaryDirectory())
    try configuration.write(
      """
      [keys]
      screen-spectrum = "F2"
      down = ["b", "Down"]
      activity = "0"
      pin = "Space"
      quit = "Q"
      """, to: "eigentop/config.toml")
    let session = try openDashboard(on: training, environment: ["XDG_CONFIG_HOME": configuration.path.string])
    try session.wait(forRow: 1, toContain: "[1 Models]  F2 Spectrum   3 Scatter")
    try session.wait(forRow: 39, toContain: "b next", "Q quit")
    // What had these keys before is not there any more.
    session.send("j2wq")
    session.send("b")
    session.send(.function(2))
    try session.wait(forRow: 1, toContain: "[F2 Spectrum]")
    try session.wait(forRow: 3, toContain: "lambd_0.1 epoch 1")
    session.send("0")
    try session.waitForText("config.toml:5: [keys] pin: Space is also a key of mark; it stays p")
    session.send("?failed")
    try session.waitForText("what runs, what failed and why")
    #expect(session.screenText.contains { $0.contains(" 0 ") && $0.contains("what runs, what failed and why") })
    // Esc and what follows at once would be Alt.
    session.send(.escape)
    try session.waitForText("next dump")
    session.send(.escape)
    try session.waitForText("─ Activity ─")
    session.send("Q")
    #expect(try session.waitUntilEnded() == .exited(0))
  }

  @Test("n walks to what the filter used last matches; f freezes the screen while a dump comes; R computes one anew")
  func searchFreezeRecompute() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training, environment: results.environment)
    session.send("/alpha>0.9 epoch=2")
    session.send(.enter)
    try session.wait(forRow: 1, toContain: "2 of 6")
    session.send(.escape)
    try session.wait(for: "all dumps") { !session.row(1).contains("filter:") }
    session.send("n")
    try session.wait(forRow: 39, toContain: "1 of 2 matches of alpha>0.9 epoch=2")
    try session.wait(forSelectedRow: 6, in: 4...11)
    session.send("f")
    try session.wait(forRow: 0, toContain: " · frozen ")
    try training.directory.write(FeatureMatrix(alpha: 1.1), to: "lambd_2/features_epoch_2.npy")
    try session.wait(forRow: 0, toContain: "6 dumps", " · frozen · 1 new")
    #expect(!session.screenText.contains { $0.contains("lambd_2") })
    session.send("f")
    try session.wait(forRow: 0, toContain: "7 dumps")
    try session.wait(for: "the new run") {
      session.screenText.contains { $0.contains("lambd_2") && $0.contains("1.100") }
    }
    try session.wait(forSelectedRow: 6, in: 4...12)
    try session.waitUntilAnalysed()
    session.send("R")
    try session.wait(forRow: 39, toContain: "features_epoch_2.npy is computed anew")
    try session.waitUntilAnalysed()
    #expect(session.row(6).contains(" 1.000"))
  }

  @Test("A key without a meaning does nothing, and neither does Esc at home")
  func unknown() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training, environment: results.environment)
    let before = try session.settledScreen()
    session.send("Zé9界\u{7}")
    for key in [TerminalKey.delete, .insert, .function(9), .backTab, .tab, .escape] { session.send(key) }
    // Esc and what follows at once is Alt with that key.
    try session.waitForTrace { $0.keys == 12 }
    // A key with a meaning shows that those before it were taken.
    session.send("w")
    try session.waitForText("─ Activity ─")
    session.send("w")
    try session.wait(forScreen: before)
  }

  @Test("Keys are answered while every worker computes, and so is quitting")
  func whileComputing() throws {
    let directory = try TemporaryDirectory()
    for number in 1...3 {
      try directory.writeLarge(rows: 160_000, columns: 1024, to: "features_epoch_\(number).npy")
    }
    let session = try startDashboard(["--threads", "2", "."], in: directory.path.string)
    try session.waitForTrace { $0.running == 2 && $0.queued == 1 }
    session.send("w")
    try session.wait(for: "an answer") { session.traceLines.contains { $0.keys == 1 } }
    try session.waitForText("─ Activity ─")
    let answer = try #require(session.traceLines.first { $0.keys == 1 })
    #expect(answer.running == 2)
    #expect(answer.queued == 1)
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
    #expect(session.traceLines.last.map { $0.running > 0 } == true, "it did not wait for them")
  }
}
