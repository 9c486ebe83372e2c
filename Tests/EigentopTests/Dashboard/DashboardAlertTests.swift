import FileFixtures
import Foundation
import TerminalEmulation
import Testing

@Suite("Whoever has rules of their own")
struct DashboardAlertTests {
  private let directory: TemporaryDirectory
  private let configuration: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    configuration = try TemporaryDirectory()
  }

  @Test("is called once when a dump begins to fulfil a rule that rings, and by no other", arguments: [true, false])
  func bell(rings: Bool) throws {
    try write(alpha: 1, epoch: 1)
    let session = try open(rules: "[[alert]]\nwhen = \"alpha > 1.5\"\nbell = \(rings)\n")
    try session.waitUntilAnalysed()
    #expect(bellCount(of: session) == 0)

    try write(alpha: 2, epoch: 2)
    try session.wait(for: "the alert") { isAlerting(2, in: session) }
    try session.waitUntilAnalysed()
    // What is judged anew, and found to be as before, is no news.
    try directory.write("epoch,probe_acc\n2,61.5\n", to: "run/metrics.csv")
    try session.waitForText("61.50")
    try write(alpha: 1, epoch: 3)
    try session.wait(for: "the dump behind it") { session.screenText.contains { $0.contains("epoch 3   ") } }
    try session.waitUntilAnalysed()
    #expect(isAlerting(2, in: session) && !isAlerting(3, in: session))
    #expect(bellCount(of: session) == (rings ? 1 : 0))
  }

  @Test("sees which checkpoint has moved by more than a rule allows since the one before it")
  func moved() throws {
    for (epoch, alpha) in [(1, 1.0), (2, 1.2), (3, 1.6), (10, 1.5)] { try write(alpha: alpha, epoch: epoch) }
    let session = try open(rules: "[[alert]]\nwhen = \"moved(alpha) > 0.3\"\n")
    try session.waitUntilAnalysed()
    try session.wait(for: "all four rows") { session.screenText.count(where: isRowOfResult) == 4 }
    #expect([1, 2, 3, 10].filter { isAlerting($0, in: session) } == [3])
    session.send("w")
    try session.waitForText("Alerts (1)")
    try session.waitForText("moved(alpha) > 0.3")
  }

  private func open(rules: String) throws -> TerminalSession {
    try configuration.write(rules, to: "eigentop/config.toml")
    return try startDashboard(
      ["--no-cache", "."], in: directory.path.string, environment: ["XDG_CONFIG_HOME": configuration.path.string])
  }

  /// A checkpoint that is there whole at once.
  private func write(alpha: Double, epoch: Int) throws {
    let hidden = try directory.write(FeatureMatrix(alpha: alpha), to: "run/.hidden")
    try FileManager.default.moveItem(atPath: hidden, toPath: "\(directory.path)/run/features_epoch_\(epoch).npy")
  }

  private func isAlerting(_ epoch: Int, in session: TerminalSession) -> Bool {
    session.screenText.contains { $0.contains("epoch \(epoch) ") && $0.contains("⚠ alert") }
  }

  /// How often the terminal was made to call.
  private func bellCount(of session: TerminalSession) -> Int { session.output.count { $0 == 0x07 } }
}
