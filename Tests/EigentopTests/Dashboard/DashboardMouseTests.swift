import TerminalEmulation
import Testing

@Suite("The mouse in the dashboard", .serialized)
struct DashboardMouseTests {
  @Test("A click selects a row, another opens it, one on a tab leads elsewhere; M and the end give the mouse back")
  func clicks() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training)
    #expect(session.mouseMode == .drags)
    session.click(column: 10, row: 7)
    try session.wait(for: "the details of the row") {
      session.screenText.contains { $0.contains("lambd_0.2") && $0.contains("│") }
    }
    session.click(column: 10, row: 8)
    session.click(column: 10, row: 8)
    try session.waitForText("[2 Spectrum]")
    let tab = try #require(session.row(1).firstRange(of: "3 Scatter")?.lowerBound)
    session.click(column: session.row(1)[..<tab].count, row: 1)
    try session.waitForText("[3 Scatter]")
    session.send("M")
    try session.waitForText("M takes it back")
    #expect(session.mouseMode == .off)
    session.send("M")
    try session.waitForText("the mouse is the dashboard's")
    session.send("q")
    try session.waitUntilEnded()
    #expect(session.mouseMode == .off)
  }

  @Test("A pasted path presses no keys, and a pasted filter is one that can still be changed")
  func paste() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training)
    session.paste("/data/aBoq\nz")
    try session.waitForText("pasted text is no command")
    session.send("/")
    try session.waitForText("filter")
    session.paste("alpha>\n0\n")
    try session.waitForText("alpha> 0")
    session.send("q")
    try session.waitForText("alpha> 0q")
  }

  @Test("--no-mouse leaves it to the terminal")
  func withoutMouse() throws {
    let training = try TrainingDirectory()
    let session = try startDashboard([".", "--no-mouse"], in: training.path)
    try session.waitForText("[1 Models]")
    #expect(session.mouseMode == .off)
  }
}
