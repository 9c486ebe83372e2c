import FileFixtures
import TerminalEmulation
import Testing

@Suite("A user of the dashboard", .serialized)
struct DashboardTourTests {
  @Test(
    "opens a directory, sees every dump with α and accuracy, walks to the second run, opens its spectra, and quits",
    arguments: [(120, 40), (80, 24)])
  func tour(_ columns: Int, _ rows: Int) throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training, columns: columns, rows: rows)

    // Header, tabs and a rule, the titles of the columns, then the rows of the table.
    #expect(session.row(0).hasPrefix(" eigentop  .   4 runs · 6 dumps · 5 analysed · 1 needs attention"))
    let tabs = columns == 120 ? " [1 Models]  2 Spectrum   3 Scatter" : " [1 Models] 2 Spectrum  3 Scatter"
    #expect(session.row(1).hasPrefix(tabs))
    #expect(session.row(3).hasPrefix(" run / checkpoint"))
    #expect(session.row(4).hasPrefix(" ▾ lambd_0.1"))
    let dumps = [
      (5, "1", "0.800", "60.00"), (6, "2", "1.000", "70.00"), (8, "1", "1.200", "65.00"), (9, "2", "1.400", "75.00"),
    ]
    for (y, epoch, alpha, accuracy) in dumps {
      #expect(session.row(y).hasPrefix("     epoch \(epoch)"))
      #expect(session.row(y).contains(" \(alpha)±") && session.row(y).contains(" \(accuracy) "))
    }
    #expect(session.row(7).hasPrefix(" ▾ lambd_0.2"))
    #expect(session.row(10).hasPrefix("   lambd_1 ") && session.row(10).contains(" 0.600±"))
    #expect(session.row(rows - 1).hasPrefix(" j next   ↵ open"))
    try session.wait(forSelectedRow: 4, in: 4...11)

    session.send("jj")
    session.send(.down)
    try session.wait(forSelectedRow: 7, in: 4...11)
    session.send("j")
    try session.wait(forSelectedRow: 8, in: 4...11)

    session.send(.enter)
    try session.wait(forRow: 1, toContain: "[2 Spectrum]")
    // On a wide terminal the numbers stand beside the chart, otherwise above it.
    let chart = columns == 120 ? 3 : 6
    try session.wait(forRow: chart, toContain: "λ", "━● lambd_0.2 epoch 1", "╍ fit", "┊ ranks 11…100")
    try session.waitForText("└┬")
    let axis = try #require(session.screenText.firstIndex { $0.contains("└┬") })
    try session.wait(forRow: axis + 1, toContain: " 1 ", " 10 ", " 100")
    try session.wait(forRow: axis + 2, toContain: "rank")
    try session.wait(for: "α 1.200") { session.screenText.contains { $0.contains("α") && $0.contains("1.200") } }

    session.send("j")
    try session.wait(forRow: chart, toContain: "━● lambd_0.2 epoch 2")
    try session.wait(for: "α 1.400") { session.screenText.contains { $0.contains("α") && $0.contains("1.400") } }

    session.send(.escape)
    try session.wait(forRow: 1, toContain: "[1 Models]")
    try session.wait(forSelectedRow: 9, in: 4...11)

    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
  }

  @Test("sees why a dump failed, in the table, beside it, in place of its spectrum, and among the messages")
  func failedDump() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training)
    #expect(session.row(11).hasPrefix("   torn "))
    #expect(session.row(11).contains("✗ byte"))
    session.send("G")
    try session.wait(forSelectedRow: 11, in: 4...11)
    try session.waitForText("280 rows promised, 10 there")
    session.send("2")
    try session.waitForText("no spectrum: ")
    session.send("w")
    try session.waitForText("─ Activity ─")
    try session.waitForText("Failed (1)")
    try session.waitForText("./torn/features_epoch_2.npy")
  }

  @Test("is told that a directory is missing, and sees what comes when it appears, or that nothing is in one")
  func nothing() throws {
    let directory = try TemporaryDirectory()
    let missing = try startDashboard(["nowhere"], in: directory.path.string)
    try missing.wait(forRow: 0, toContain: "waiting for it to appear")
    try missing.wait(forRow: 5, toContain: "nowhere is not there yet; it is waited for")
    let empty = try startDashboard(in: directory.path.string)
    try empty.wait(forRow: 0, toContain: "no dumps found")
    try empty.wait(forRow: 5, toContain: "no .npy file with two or more axes below .")
    try directory.write(FeatureMatrix(alpha: 1), to: "nowhere/features_epoch_2.npy")
    try missing.wait(for: "the dump of a directory that has appeared") {
      missing.screenText.contains { $0.contains("nowhere") && isRowOfResult($0) }
    }
    try empty.wait(for: "the dump in a directory that was empty") {
      empty.screenText.contains { $0.contains("nowhere") && isRowOfResult($0) }
    }
    try missing.wait(forRow: 0, toContain: "inotify")
  }

  @Test("is not harmed by names that hold escape sequences")
  func hostileNames() throws {
    let directory = try TemporaryDirectory()
    try directory.write(FeatureMatrix(alpha: 1), to: "red\u{1b}[31m\u{7}/features.npy")
    try directory.write(FeatureMatrix(alpha: 1), to: "two\u{1b}[2J\nlines/features.npy")
    let session = try startDashboard(in: directory.path.string)
    try session.wait(forRow: 4, toContain: "   red·[31m· ", "live")
    try session.wait(forRow: 5, toContain: "   two·[2J·lines ", "live")
    #expect(session.cell(5, 5)?.foreground == session.cell(5, 4)?.foreground)
  }

  @Test("who asks for no colours gets none, and still sees what is selected")
  func noColors() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training, environment: ["NO_COLOR": "1"])
    session.send("j")
    try session.wait(for: "a mark on the selection") {
      session.cell(8, 5)?.isReversed == true && session.cell(8, 4)?.isReversed == false
    }
    for y in 0..<40 {
      let colors = (0..<120).flatMap { [session.cell($0, y)?.foreground, session.cell($0, y)?.background] }
      #expect(colors.allSatisfy { $0 == .terminalDefault })
    }
  }

  @Test("sees what is selected on terminals of few colours", arguments: ["xterm", "xterm-16color", "vt100"])
  func fewColors(_ type: String) throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training, environment: ["TERM": type])
    session.send("j")
    try session.wait(for: "a mark on the selection") {
      guard let selected = session.cell(8, 5), let other = session.cell(8, 4) else { return false }
      return selected.isReversed != other.isReversed || selected.background != other.background
    }
  }
}
