import FileFixtures
import Foundation
import TerminalEmulation
import Testing

@Suite("The laboratory of the dashboard", .serialized)
struct DashboardLaboratoryTests {
  private struct Regression: Decodable {
    struct Mean: Decodable { let mean: Double }
    struct Point: Decodable {
      let alpha: Double
      let excessRisk: Mean
      let minimumNormRisk: Mean?
    }
    let points: [Point]
  }

  private struct Sampling: Decodable {
    struct Point: Decodable {
      let alpha: Double
      let estimate: Regression.Mean?
    }
    struct Curve: Decodable {
      let sampleCount: Int
      let points: [Point]
    }
    let curves: [Curve]
  }

  /// Goes down to a parameter and types its value; what its prompt is called says that it is there.
  private func set(_ name: String, down steps: Int, to value: String, in session: TerminalSession) throws {
    for _ in 0..<steps { session.send("j") }
    session.send(.enter)
    try session.wait(forRow: 39, toContain: " \(name) ")
    session.send("\u{15}\(value)")
    try session.wait(forRow: 39, toContain: " \(name) \(value)")
    session.send(.enter)
    try session.wait(for: "the prompt to go") { !session.row(39).contains(" \(name) \(value)") }
  }

  /// The lines that `y` puts on the clipboard, by their series and x.
  private func copy(_ count: Int, from session: TerminalSession) throws -> [[String]] {
    session.send("y")
    try session.wait(forRow: 39, toContain: "\(count) values copied")
    let start = Array("\u{1b}]52;c;".utf8)
    let rest = try #require(session.output.ranges(of: start).last).upperBound
    let text = session.output[rest...].prefix { $0 != 0x07 && $0 != 0x1b }
    let data = try #require(Data(base64Encoded: Data(text)))
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private func printed<Value: Decodable>(_ arguments: [String]) async throws -> Value {
    let run = try await Eigentop(["simulate"] + arguments + ["--json"], in: TemporaryDirectory())
    return try JSONDecoder().decode(Value.self, from: Data(run.output.utf8))
  }

  @Test(
    "is opened, its curve grows to its end, and its numbers are those of eigentop simulate; another n, another curve")
  func simulation() async throws {
    let training = try TrainingDirectory()
    let session = try openDashboard(on: training)
    session.send("8")
    try session.wait(forRow: 1, toContain: "[8 Laboratory]")
    try session.waitForText("of 20 trials")
    try set("D", down: 0, to: "40", in: session)
    try set("trials", down: 1, to: "3", in: session)
    try set("n", down: 2, to: "30", in: session)
    try set("points", down: 7, to: "5", in: session)
    try set("N", down: 1, to: "200", in: session)
    try set("ranks", down: 1, to: "3...20", in: session)
    try session.waitForText("3 of 3 trials")
    try session.waitForText("3 of 3 draws")

    let options = ["--dimension", "40", "--trials", "3"]
    let regression: Regression = try await printed(["regression", "--samples", "30", "--points", "5"] + options)
    let copied = try copy(10, from: session)
    for (series, risks) in [
      ("excess risk", regression.points.map(\.excessRisk.mean)),
      ("minimum norm", regression.points.compactMap(\.minimumNormRisk?.mean)),
    ] {
      let lines = copied.filter { $0[0] == series }
      #expect(lines.map { Double($0[1]) } == regression.points.map(\.alpha))
      #expect(lines.map { Double($0[2]) } == risks, "\(series)")
    }

    session.send(.tab)
    try session.waitForText("off by at most")
    let sampling: Sampling = try await printed(
      ["sampling", "--samples", "12,50,200", "--fit-range", "3...20"] + options)
    let estimates = try copy(8, from: session)
    for curve in sampling.curves {
      let lines = estimates.filter { $0[0] == "N = \(curve.sampleCount)" }
      #expect(lines.map { Double($0[2]) } == curve.points.compactMap { $0.estimate?.mean }.map(Optional.some))
    }

    session.send(.backTab)
    try session.waitForText("3 trials of 100 full-batch steps: n = 30, D = 40")
    let before = session.screenText
    for _ in 0..<9 { session.send("k") }
    session.send("l")
    try session.waitForText("3 trials of 100 full-batch steps: n = 50, D = 40")
    #expect(session.screenText != before)
    session.send("q")
    #expect(try session.waitUntilEnded() == .exited(0))
  }
}
