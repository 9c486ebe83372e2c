import FileFixtures
import TerminalEmulation
import Testing

@Suite("Sizes of the dashboard's terminal", .serialized)
struct DashboardSizeTests {
  @Test("A terminal that shrinks and grows again shows what it showed, and what fits meanwhile")
  func resizing() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training)
    let before = try session.settledScreen()

    session.resize(columns: 80, rows: 24)
    try session.wait(forRow: 23, toContain: "j next")
    try session.wait(forRow: 18, toContain: "lambd_0.1")
    session.resize(columns: 20, rows: 5)
    try session.waitForText("these are")
    session.resize(columns: 1, rows: 1)
    session.send("w")
    try session.waitForTrace { $0.keys == 2 }
    session.send("w")
    try session.waitForTrace { $0.keys == 3 }
    session.resize(columns: 120, rows: 40)
    try session.wait(forScreen: before)
  }

  @Test("On the smallest terminals keys still work", arguments: [(20, 5), (1, 1)])
  func small(_ columns: Int, _ rows: Int) throws {
    let training = try TrainingDirectory()
    let session = try startDashboard(in: training.path, columns: columns, rows: rows)
    session.send("2j?")
    session.send(.escape)
    // Esc and what follows at once is Alt with that key.
    try session.waitForTrace { $0.keys == 4 }
    session.send("1q")
    #expect(try session.waitUntilEnded() == .exited(0))
  }
}
