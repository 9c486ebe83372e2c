import FileFixtures
import Foundation
import TerminalEmulation
import Testing

@Suite("Whoever leaves the dashboard open")
struct DashboardLiveTests {
  @Test("sees a checkpoint come, a dump grow, metrics join, an alert rise, and a run go")
  func live() throws {
    let directory = try TemporaryDirectory()
    let run = "lambd_0.5"
    try directory.write(FeatureMatrix(alpha: 1), to: "\(run)/features_epoch_1.npy")
    let session = try startDashboard(in: directory.path.string)
    try session.wait(for: "the first checkpoint") { session.screenText.contains { $0.contains("1.000") } }
    try session.wait(forRow: 0, toContain: "inotify")

    let whole = FeatureMatrix(alpha: 3.5).npy
    let file = directory.url.appending(path: "\(run)/features_epoch_2.npy")
    try Data(whole.prefix(128 + 140 * 128 * 8)).write(to: file)
    try session.waitForText("50 % in")
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(whole.dropFirst(128 + 140 * 128 * 8)))
    try handle.close()
    try session.wait(for: "all of the rows, and an alert") {
      session.screenText.contains { $0.contains("epoch 2") && $0.contains("3.500") && $0.contains("alert") }
    }
    try directory.write("epoch,probe_acc\n1,61.5\n2,11.25\n", to: "\(run)/metrics.csv")
    try session.waitForText("11.25")
    session.send("w")
    try session.waitForText("Alerts (1)")
    try session.waitForText("participationRatio < 2")
    session.send("w")

    try FileManager.default.removeItem(at: directory.url.appending(path: run))
    try session.wait(forRow: 0, toContain: "no dumps found")
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
  }

  @Test("finds everything as it was after starting it again, without a dump being computed")
  func again() throws {
    let training = try TrainingDirectory()
    let cache = try TemporaryDirectory()
    let environment = ["XDG_CACHE_HOME": cache.path.string]
    let first = try openDashboard(on: training, environment: environment)
    let numbers = first.screenText.filter(isRowOfResult)
    first.send("q")
    #expect(try first.waitUntilEnded() == .exited(0))
    let second = try openDashboard(on: training, environment: environment)
    #expect(second.screenText.filter(isRowOfResult) == numbers)
    #expect(second.traceLines.allSatisfy { $0.running == 0 && $0.queued == 0 })
  }
}
