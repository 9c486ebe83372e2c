import Foundation
import TerminalEmulation
import Testing

@Suite("Charts of the dashboard", .serialized)
struct DashboardChartTests {
  @Test("opens every chart, walks a crosshair to a point, opens its spectrum, filters, copies, and comes back")
  func charts() throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training)
    session.send("3")
    try session.wait(forRow: 1, toContain: "[3 Scatter]")
    try session.waitForText("n = 3, last checkpoints")
    session.send("i")
    // The read-out names axes, values and the run.
    try session.wait(for: "the read-out") {
      session.screenText.contains { $0.contains("α ") && $0.contains("lambd_0.1 epoch 2") }
    }
    session.send("j")
    try session.wait(for: "the next series") {
      session.screenText.contains { $0.contains("lambd_0.2 epoch 2") && $0.contains("α 1.4") }
    }
    session.send(.enter)
    try session.wait(forRow: 1, toContain: "[2 Spectrum]")
    try session.waitForText("━● lambd_0.2 epoch 2")
    session.send(.escape)
    try session.wait(forRow: 1, toContain: "[3 Scatter]")
    session.send("5")
    try session.wait(forRow: 1, toContain: "[5 Timeline]")
    try session.waitForText("━● lambd_0.2")
    session.send("1/alpha>1.3")
    try session.wait(forRow: 39, toContain: "filter alpha>1.3", "1 of 6")
    session.send(.enter)
    try session.wait(forRow: 1, toContain: "filter: alpha>1.3")
    session.send(.escape)
    try session.waitForText("lambd_0.1")
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
  }
}
